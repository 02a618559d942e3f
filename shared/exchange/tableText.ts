/** The cells of a table, row by row. Rows may be of different lengths. */
export type TextTable = readonly (readonly string[])[];

/**
 * A table as spreadsheets put it on the clipboard: cells divided by tabs, rows by line feeds. A cell with a tab or a
 * line break, or one that begins with a quotation mark, stands in quotation marks, and those inside it are doubled.
 */
export function writeTableText(table: TextTable): string {
  return table.map((row) => row.map(writeCell).join('\t')).join('\n');
}

function writeCell(cell: string): string {
  return /[\t\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Reads what a spreadsheet or a text put on the clipboard. Quotation marks are a cell's only where a spreadsheet would
 * have written them; those of a sentence that is a quotation stay. A line break at the end makes no row.
 */
export function readTableText(text: string): TextTable {
  const said = text.replace(/\r\n?/g, '\n');
  const table: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= said.length; ) {
    const { cell, end } = readCell(said, at);
    row.push(cell);
    if (said[end] !== '\t') {
      table.push(row);
      row = [];
    }
    at = end + 1;
  }
  const last = table.at(-1);
  return last?.length === 1 && last[0] === '' ? table.slice(0, -1) : table;
}

function readCell(text: string, start: number): { readonly cell: string; readonly end: number } {
  const quoted = text[start] === '"' ? readQuoted(text, start) : null;
  if (quoted !== null) return quoted;
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { cell: text.slice(start, end), end };
}

/** The cell that begins with a quotation mark; null when these marks are words of the text. */
function readQuoted(text: string, start: number): { readonly cell: string; readonly end: number } | null {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return null;
    cell += text.slice(from, mark);
    const after = text[mark + 1];
    if (after !== '"') {
      const ends = after === undefined || after === '\t' || after === '\n';
      return ends && /[\t\n"]/.test(cell) ? { cell, end: mark + 1 } : null;
    }
    cell += '"';
    from = mark + 2;
  }
}

/** The table for programs that take rich text. Cells are marked as text, so that none of them becomes a formula. */
export function writeTableHtml(table: TextTable): string {
  const rows = table.map((row) => `<tr>${row.map(writeHtmlCell).join('')}</tr>`);
  return `<table>${rows.join('')}</table>`;
}

function writeHtmlCell(cell: string): string {
  const escaped = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<td style='mso-number-format:"\\@";white-space:pre-wrap'>${escaped.replaceAll('\n', '<br>')}</td>`;
}
