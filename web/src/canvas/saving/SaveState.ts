export type SaveState =
  | { readonly name: 'saved' | 'saving' }
  /** With the reason, where there is one besides that the last change is young. */
  | { readonly name: 'unsaved'; readonly reason: string | null };
