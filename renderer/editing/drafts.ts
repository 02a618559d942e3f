/**
 * Texts that are typed in fields of their own and will be things of the document, such as a remark. Each says here how
 * it becomes one, so that nothing typed is left out when the project is saved or left.
 */
export class Drafts {
  readonly #keepers = new Set<() => void>();

  /** Adds a draft by the way it is kept. Returns how to take it off again. */
  add(keep: () => void): () => void {
    this.#keepers.add(keep);
    return () => {
      this.#keepers.delete(keep);
    };
  }

  /** Makes everything typed so far part of the document. */
  keepAll(): void {
    for (const keep of this.#keepers) keep();
  }
}
