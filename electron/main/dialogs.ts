import { extname } from 'node:path';
import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Translate } from '../../shared/i18n/translator.ts';

/** A place to write to. */
export interface ChosenTarget {
  readonly path: string;
  /** The system has asked already whether the file there may be replaced. */
  readonly mayReplace: boolean;
}

/** The only place that shows the system's own dialogs; tests put their answers in Electron's `dialog`. */
export class Dialogs {
  readonly #translate: () => Translate;

  constructor(translate: () => Translate) {
    this.#translate = translate;
  }

  /** Asks for one project to open, or for several; none when the person changed their mind. */
  async chooseProjects(window: BrowserWindow | null, how: 'one' | 'several' = 'one'): Promise<readonly string[]> {
    const say = this.#translate();
    const options = {
      title: say('dialog.openTitle'),
      filters: [
        { name: say('dialog.projects'), extensions: ['meander'] },
        { name: say('dialog.allFiles'), extensions: ['*'] },
      ],
      properties: ['openFile' as const, ...(how === 'several' ? ['multiSelections' as const] : [])],
    };
    const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
    return answer.canceled ? [] : answer.filePaths;
  }

  /** Asks for a copy of the project to merge with. */
  chooseCopy(window: BrowserWindow): Promise<string | null> {
    return this.#chooseBeside(window, this.#translate()('dialog.mergeTitle'));
  }

  /** Asks for another project to bring people from. */
  chooseOther(window: BrowserWindow): Promise<string | null> {
    return this.#chooseBeside(window, this.#translate()('dialog.peopleTitle'));
  }

  async #chooseBeside(window: BrowserWindow, title: string): Promise<string | null> {
    const say = this.#translate();
    const answer = await dialog.showOpenDialog(window, {
      title,
      filters: [{ name: say('dialog.projects'), extensions: ['meander'] }],
      properties: ['openFile'],
    });
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  }

  /** Asks where to save a project; `suggested` is a path or a name. */
  async chooseSaveTarget(window: BrowserWindow, suggested: string, asCopy: boolean): Promise<ChosenTarget | null> {
    const say = this.#translate();
    const title = say(asCopy ? 'dialog.saveCopyTitle' : 'dialog.saveTitle');
    return this.#chooseTarget(window, title, suggested, say('dialog.projects'), 'meander');
  }

  /** Asks where to put an export. */
  async chooseExportTarget(
    window: BrowserWindow,
    suggested: string,
    format: 'pdf' | 'png',
  ): Promise<ChosenTarget | null> {
    const say = this.#translate();
    return this.#chooseTarget(window, say('dialog.exportTitle'), suggested, say(`dialog.${format}`), format);
  }

  /** A window does not answer: whether to close it all the same. */
  async mayCloseHung(window: BrowserWindow): Promise<boolean> {
    const say = this.#translate();
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: say('dialog.hung.title'),
      detail: say('dialog.hung.text'),
      buttons: [say('dialog.hung.wait'), say('dialog.hung.close')],
      defaultId: 0,
      cancelId: 0,
    });
    return response === 1;
  }

  /** Says something that stops a window from working. */
  async tellFault(window: BrowserWindow | null, title: string, text: string): Promise<void> {
    await showMessage(window, { type: 'error', message: title, detail: text });
  }

  async showAbout(window: BrowserWindow | null): Promise<void> {
    const say = this.#translate();
    await showMessage(window, {
      type: 'info',
      title: say('command.help.about'),
      message: say('app.name'),
      detail: say('dialog.about', { version: app.getVersion() }),
    });
  }

  async #chooseTarget(
    window: BrowserWindow,
    title: string,
    suggested: string,
    kind: string,
    ending: string,
  ): Promise<ChosenTarget | null> {
    const answer = await dialog.showSaveDialog(window, {
      title,
      defaultPath: suggested,
      filters: [{ name: kind, extensions: [ending] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    if (answer.canceled || answer.filePath === '') return null;
    // Linux leaves a name as it was typed; with the ending added it is another file than the one asked about.
    const isComplete = extname(answer.filePath).toLowerCase() === `.${ending}`;
    return { path: isComplete ? answer.filePath : `${answer.filePath}.${ending}`, mayReplace: isComplete };
  }
}

async function showMessage(window: BrowserWindow | null, options: MessageBoxOptions): Promise<void> {
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
}
