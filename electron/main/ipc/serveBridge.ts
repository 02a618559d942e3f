import { ipcMain } from 'electron';
import type { z } from 'zod';
import type { Bridge } from '../../../shared/ipc/bridge.ts';
import { BRIDGE_METHODS, type BridgeMethod, bridgeChannel } from '../../../shared/ipc/channels.ts';
import type { Log } from '../log.ts';
import type { ProjectWindow } from '../windows/projectWindow.ts';
import type { WindowList } from '../windows/windowList.ts';
import { BRIDGE_ARGUMENTS, type CallArguments } from './bridgeArguments.ts';

/** Who answers what a window calls. */
export type BridgeAnswers = {
  readonly [Method in BridgeMethod]: (
    window: ProjectWindow,
    ...args: CallArguments<Method>
  ) => ReturnType<Bridge[Method]> | Awaited<ReturnType<Bridge[Method]>>;
};

/** Answers the windows: each call only from a page of ours, with arguments of the right form. */
export function serveBridge(windows: WindowList, answers: BridgeAnswers, log: Log): void {
  for (const method of BRIDGE_METHODS) serveMethod(windows, answers, log, method);
}

function serveMethod<Method extends BridgeMethod>(
  windows: WindowList,
  answers: BridgeAnswers,
  log: Log,
  method: Method,
): void {
  const form: z.ZodType<CallArguments<Method>> = BRIDGE_ARGUMENTS[method];
  ipcMain.handle(bridgeChannel(method), async (event, ...args: unknown[]) => {
    const window = windows.senderOf(event);
    const parsed = form.safeParse(args);
    if (window === null || !parsed.success) {
      log.error(`Refused a call of ${method}`);
      throw new Error(`Refused: ${method}`);
    }
    try {
      return await answers[method](window, ...parsed.data);
    } catch (error) {
      log.error(`Failed to answer ${method}`, error);
      throw error;
    }
  });
}
