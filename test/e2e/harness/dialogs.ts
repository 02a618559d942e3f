import type { ElectronApplication } from 'playwright-core';

export type DialogKind = 'open' | 'save' | 'message';

/** A native dialog the application wanted to show. */
export interface AskedDialog {
  readonly kind: DialogKind;
  /** The options given to Electron's dialog, without the window. */
  readonly options: unknown;
}

/** What the person answers. A message box is answered with the index of its button. */
export type DialogAnswer =
  | { readonly kind: 'open'; readonly paths: readonly string[] }
  | { readonly kind: 'save'; readonly path: string | null }
  | { readonly kind: 'message'; readonly button: number; readonly isChecked?: boolean };

/** The one seam where native dialogs, which nobody can click in a test, are replaced by answers given beforehand. */
export interface Dialogs {
  /** Queues the answer to the next dialog of its kind. Without one, a dialog is cancelled. */
  answer(answer: DialogAnswer): Promise<void>;
  /** Every dialog asked for since the start, oldest first. */
  asked(): Promise<readonly AskedDialog[]>;
}

/** State in the main process, kept beside what replaces the dialogs. */
interface DialogState {
  readonly asked: AskedDialog[];
  readonly answers: DialogAnswer[];
}

declare global {
  var harnessDialogs: DialogState | undefined;
}

export async function replaceDialogs(app: ElectronApplication): Promise<Dialogs> {
  await app.evaluate(({ dialog }) => {
    const state: DialogState = { asked: [], answers: [] };
    globalThis.harnessDialogs = state;

    const ask = (kind: DialogKind, args: unknown[]): DialogAnswer | undefined => {
      // The window before the options may be left out.
      state.asked.push({ kind, options: JSON.parse(JSON.stringify(args.at(-1) ?? null)) });
      const index = state.answers.findIndex((answer) => answer.kind === kind);
      return index === -1 ? undefined : state.answers.splice(index, 1)[0];
    };
    const open = (...args: unknown[]) => {
      const answer = ask('open', args);
      const filePaths = answer?.kind === 'open' ? [...answer.paths] : [];
      return { canceled: filePaths.length === 0, filePaths };
    };
    const save = (...args: unknown[]) => {
      const answer = ask('save', args);
      const filePath = answer?.kind === 'save' ? answer.path : null;
      return { canceled: filePath === null, filePath: filePath ?? '' };
    };
    const message = (...args: unknown[]) => {
      const answer = ask('message', args);
      const options = args.at(-1);
      const cancelId = typeof options === 'object' && options && 'cancelId' in options ? Number(options.cancelId) : 0;
      return answer?.kind === 'message'
        ? { response: answer.button, checkboxChecked: answer.isChecked ?? false }
        : { response: cancelId, checkboxChecked: false };
    };
    Object.assign(dialog, {
      showOpenDialog: async (...args: unknown[]) => open(...args),
      showOpenDialogSync: (...args: unknown[]) => open(...args).filePaths,
      showSaveDialog: async (...args: unknown[]) => save(...args),
      showSaveDialogSync: (...args: unknown[]) => save(...args).filePath,
      showMessageBox: async (...args: unknown[]) => message(...args),
      showMessageBoxSync: (...args: unknown[]) => message(...args).response,
      showErrorBox: (title: string, content: string) => {
        ask('message', [{ type: 'error', title, content }]);
      },
    });
  });
  return {
    answer: async (answer) => {
      await app.evaluate((_electron, given) => {
        globalThis.harnessDialogs?.answers.push(given);
      }, answer);
    },
    asked: async () => app.evaluate(() => globalThis.harnessDialogs?.asked ?? []),
  };
}
