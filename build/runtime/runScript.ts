import { SetupError } from './setupError.ts';

/** Runs a script's body and ends with its exit code; what is missing is told in one line, without a stack. */
export async function runScript(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`meander: ${error.message}\n`);
    process.exitCode = 1;
  }
}
