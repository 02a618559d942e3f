import { expect, test } from 'vitest';
import { countTests } from '../../build/check/vitestReport.ts';

const file = (status: string, tests: number) => ({
  name: '/a.test.ts',
  status,
  assertionResults: Array.from({ length: tests }),
});

test('passed and failed tests are counted as vitest reports them', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, testResults: [file('failed', 4)] };
  expect(countTests(report, 1)).toEqual({ passed: 3, failed: 1 });
});

test('a file that broke before its first test is one failure', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 3), file('failed', 0)] };
  expect(countTests(report, 1)).toEqual({ passed: 3, failed: 1 });
});

test('a run that ended badly without a failed test is one failure', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 3)] };
  expect(countTests(report, 1)).toEqual({ passed: 3, failed: 1 });
});

test('files that ran no test are a failure', () => {
  const report = { numPassedTests: 0, numFailedTests: 0, testResults: [file('passed', 0)] };
  expect(countTests(report, 0)).toEqual({ passed: 0, failed: 1 });
});

test('a project without test files counts nothing', () => {
  expect(countTests({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0)).toEqual({ passed: 0, failed: 0 });
});

test('a run that left no report is one failure', () => {
  expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1 });
});
