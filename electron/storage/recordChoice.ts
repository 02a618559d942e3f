/** Records whose ids follow each other. */
export interface RecordRange {
  /** The ids come after this one; null from the first on. */
  readonly after: string | null;
  /** Up to this one; null to the end. */
  readonly upTo: string | null;
}

/** Every record there is. */
export const ALL_RECORDS: RecordRange = { after: null, upTo: null };

/** Which records a query reads. */
export interface RecordChoice {
  /** A condition, or nothing. */
  readonly where: string;
  readonly values: readonly string[];
}

/** The records of a range; `table` is what a query calls the table. */
export function chooseRange({ after, upTo }: RecordRange, table = 'record'): RecordChoice {
  const conditions = [after === null ? [] : `${table}.id > ?`, upTo === null ? [] : `${table}.id <= ?`].flat();
  return {
    where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    values: [after, upTo].filter((id) => id !== null),
  };
}

/** The records of these ids. */
export function chooseIds(ids: readonly string[]): RecordChoice {
  return { where: 'WHERE id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(ids)] };
}
