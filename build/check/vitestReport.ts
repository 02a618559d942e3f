/** What a run of tests came to. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    /** Absolute path of the test file. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

/**
 * Counts a vitest run; no report means that it died. A file that failed before its first test counts as one failure,
 * and so does a run that ended badly without a failed test, or whose files held no test.
 */
export function countTests(report: VitestReport | undefined, exitCode: number): Count {
  if (!report) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + brokenFiles;
  const ranNothing = report.testResults.length > 0 && passed === 0;
  const isUnexplained = failed === 0 && (exitCode !== 0 || ranNothing);
  return { passed, failed: isUnexplained ? 1 : failed };
}
