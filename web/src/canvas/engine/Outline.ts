/** Something that a diagram consists of, as the engine says it (Sources/UML, the outline of each kind). Kinds have fields of their own besides. */
export type OutlineElement = {
  /** By which the element is known in the picture, in commands and in the layout; it stays, or the engine says which it has become. */
  readonly id: string;
  readonly role: string;
  /** What the command `changeWords` changes. */
  readonly words: string;
  /** Whether the words are a name that the text may use again. */
  readonly isName?: boolean;
  /** In bytes of the source; nothing declares an element without them. */
  readonly start?: number;
  readonly end?: number;
};

/** What a diagram consists of, in the order in which one would walk through it. Read when it is first asked: of a large diagram that takes a moment. */
export class Outline {
  private read: { readonly elements: ReadonlyArray<OutlineElement>; readonly byId: ReadonlyMap<string, OutlineElement> } | null = null;

  /** @param json `{"elements":[…]}` */
  constructor(private readonly json: string) {}

  get isEmpty(): boolean {
    return this.json === '{"elements":[]}';
  }

  get elements(): ReadonlyArray<OutlineElement> {
    return this.contents.elements;
  }

  element(id: string): OutlineElement | undefined {
    return this.contents.byId.get(id);
  }

  /** The innermost element around a place, in bytes; its end belongs to it. */
  elementAt(byte: number): OutlineElement | null {
    let found: OutlineElement | null = null;
    let length = Infinity;
    for (const element of this.elements) {
      if (element.start === undefined || element.end === undefined || byte < element.start || byte > element.end) continue;
      if (element.end - element.start > length) continue;
      found = element;
      length = element.end - element.start;
    }
    return found;
  }

  private get contents(): NonNullable<Outline['read']> {
    if (!this.read) {
      const { elements }: { elements: ReadonlyArray<OutlineElement> } = JSON.parse(this.json);
      this.read = { elements, byId: new Map(elements.map((one) => [one.id, one])) };
    }
    return this.read;
  }
}
