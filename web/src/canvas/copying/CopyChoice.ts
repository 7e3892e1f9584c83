/** What somebody wants of a copy. */
export type CopyChoice = {
  readonly name: string;
  /** Where it goes; null for a new project. */
  readonly projectId: string | null;
};
