import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { failure, type Result, success } from '../../shared/util/result.ts';
import type { SourcePath } from './sourceMistake.ts';
import { type ProjectSource, sourceSchema } from './sourceSchema.ts';

/** A source whose form is right, with a way to name places in it. */
export interface ReadSource {
  readonly source: ProjectSource;
  /** Makes the sentence that tells a mistake: file, line, place, what is wrong. */
  readonly tell: (path: SourcePath, message: string) => string;
}

/** Reads a source's YAML; the reason of a failure is a sentence that names file and place. */
export function readSource(fileName: string, yamlText: string): Result<ReadSource, string> {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines });
  const error = document.errors[0] ?? document.warnings[0];
  if (error) {
    const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'is not YAML';
    return failure(`${fileName}, line ${lines.linePos(error.pos[0]).line}: ${what}`);
  }
  const tell = (path: SourcePath, message: string): string => {
    const line = lines.linePos(offsetOf(document, path)).line;
    return `${fileName}, line ${line}${path.length > 0 ? `, at ${path.join('.')}` : ''}: ${message}`;
  };
  const parsed = sourceSchema.safeParse(document.toJS());
  if (parsed.success) return success({ source: parsed.data, tell });
  const [path, message] = mistakeOf(parsed.error);
  return failure(tell(path, message));
}

function mistakeOf(error: z.ZodError): readonly [SourcePath, string] {
  const issue = error.issues[0];
  if (issue === undefined) return [[], 'is malformed'];
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys[0] ?? '';
    // Between braces a comma ends a text: the rest of the sentence is then read as a field.
    const hint = unknown.includes(' ') ? '; a text with a comma needs quotes between braces' : '';
    return [[...path, unknown], `"${unknown}" is not known here${hint}`];
  }
  if (issue.code === 'invalid_key') return [path, issue.issues[0]?.message ?? issue.message];
  return [path, issue.message];
}

/** Where the deepest part of `path` that exists begins, in characters from the start of the file. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: SourcePath): number {
  for (let length = path.length; length > 0; length--) {
    const last = path[length - 1];
    const parent = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
