/** What newcomers are told once, in the order in which they come to it. */
export const hintNames = ['place', 'edit', 'connect', 'text', 'more'] as const;
export type HintName = (typeof hintNames)[number];

/** How far somebody has come with a diagram. */
export type Situation = {
  readonly source: string;
  /** How many elements can be connected, and how many connections there are. */
  readonly elements: number;
  readonly connections: number;
  readonly isEditing: boolean;
};

/** Where it is kept what somebody has been told. */
export type HintStore = { readonly load: () => string | null; readonly save: (value: string) => void };

/** Tells one hint at a time: where it applies, and until what it says is done, or it is waved away. */
export class HintSequence {
  private readonly seen: Set<string>;
  private shown: { readonly name: HintName; readonly source: string } | null = null;

  constructor(private readonly store: HintStore) {
    this.seen = new Set((store.load() ?? '').split(' '));
  }

  /** Whether all has been told. */
  get isOver(): boolean {
    return hintNames.every((one) => this.seen.has(one));
  }

  /** The hint for a situation; null for none. */
  next(situation: Situation): HintName | null {
    if (this.shown && isDone(this.shown, situation)) this.dismiss(this.shown.name);
    if (situation.isEditing) return null;
    const name = hintNames.find((one) => !this.seen.has(one) && applies[one](situation)) ?? null;
    if (name !== (this.shown?.name ?? null)) this.shown = name && { name, source: situation.source };
    return name;
  }

  dismiss(name: HintName): void {
    this.seen.add(name);
    this.shown = null;
    this.store.save([...this.seen].filter(Boolean).join(' '));
  }
}

const applies: Readonly<Record<HintName, (situation: Situation) => boolean>> = {
  place: ({ source }) => source.trim() === '',
  edit: ({ elements }) => elements > 0,
  connect: ({ elements, connections }) => elements > 1 && connections === 0,
  text: ({ connections }) => connections > 0,
  more: ({ connections }) => connections > 0,
};

function isDone({ name, source }: { readonly name: HintName; readonly source: string }, now: Situation): boolean {
  if (name === 'place') return now.source.trim() !== '';
  if (name === 'edit') return now.isEditing || now.elements > 1;
  return name === 'connect' ? now.connections > 0 : now.source !== source;
}
