/** What the engine says of a notation: words that mean something by themselves, and the fields of each command, blanks between them. */
export type Vocabulary = {
  readonly keywords: ReadonlyArray<string>;
  readonly annotations: ReadonlyArray<string>;
  readonly commands: Readonly<Record<string, string>>;
};
