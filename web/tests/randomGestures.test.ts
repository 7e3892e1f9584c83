import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientOf } from '../src/canvas/kinds/clientOf';
import type { DiagramKind } from '../src/canvas/engine/DiagramKind';
import type { MenuItem } from '../src/components/MenuList';
import { deleteElements } from '../src/canvas/picture/elements';
import type { Geometry, Point } from '../src/canvas/picture/Geometry';
import type { KindClient, PictureParts } from '../src/canvas/picture/KindClient';
import { menuOf } from '../src/canvas/picture/menu';
import type { Leave } from '../src/canvas/picture/Details';
import { leaveField, moveField, openDetail } from '../src/canvas/picture/fields';
import type { PictureTools } from '../src/canvas/picture/tools/PictureTools';
import { PointerTracker } from '../src/canvas/picture/tools/PointerTracker';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { stillClock } from './clock';
import { diagramOf } from './diagrams';
import { geometryOf, loadEngine } from './engine';
import { partsOf } from './parts';
import { random } from './random';

const count = Number(process.env['GESTURES'] ?? 300);
const seed = Number(process.env['GESTURE_SEED'] ?? Date.now() % 1_000_000);

const sources: ReadonlyArray<readonly [DiagramKind, string]> = [
  [
    'class',
    `@startuml
' what a shop sells
title Shop /' of one kind '/
package Sales {
  ' the order itself
  class Order <<root>> {
    ' how it is known
    +id : UUID
    total() : Money
  }
  class "Order line" as Line
}
' who pays
interface Payer
Order *-- "1..*" Line : has > /' always '/
Customer ..|> Payer
Order --> Customer
note right of Order : placed once
note "a note" as N1
@enduml
`,
  ],
  [
    'usecase',
    `' who
actor Customer
rectangle Shop {
  ' what
  usecase "Place an order" as Place
  (Pay) <<new>>
}
Customer --> Place
Place ..> (Pay) : <<include>>
`,
  ],
  [
    'sequence',
    `// the title stays
title Checkout
@Actor Customer // who buys
Customer -> Shop.order(cart) {
  // before all else
  Stock.reserve() // soon
  if (paid) {
    Shop -> Customer: thanks
  } else {
    // nothing bought
    Mail -> Customer: "try again"
  }
}
== after ==
par {
  Shop -> Log: a
  Shop -> Mail: b
}
`,
  ],
];

const words = ['Basket', 'The "new" one', 'with space', 'Größe 🚀', 'class', 'if', 'a(b) {', '/* x', "' y", '', 'A::B', 'x : y -> z', 'two\nlines'];
const leaves: ReadonlyArray<Leave> = ['enter', 'next', 'previous', 'away'];

for (const [kind, source] of sources) {
  test(`whatever is done with the pointer on a ${kind} diagram, it stays one, and all can be taken back`, async () => {
    const { next } = random(seed);
    const engine = await loadEngine(kind === 'sequence' ? 'sequence' : 'classifiers');
    const session = new DiagramSession(engine, { ...diagramOf(source), kind }, 'u', 'light');
    const hand = new Hand(session, clientOf(kind), next);
    const first = session.current();
    for (let index = 0; index < count; index++) {
      const before = session.current();
      const done = `GESTURE_SEED=${seed}, gesture ${index} of ${kind}: `;
      let what = '';
      try {
        what = hand.doSomething();
      } catch (error) {
        throw new Error(`${done}${error instanceof Error ? error.stack : String(error)}\n${before.source}`);
      }
      const { source: text, diagnostics } = session.current();
      const errors = diagnostics.filter((one) => one.severity === 'error').map((one) => one.message);
      assert.deepEqual(errors, [], `${done}${what}\n${before.source}\n---\n${text}`);
      if (!hand.mayRemove(what, before.source)) assert.deepEqual(lost(before.source, text), [], `${done}${what}\n${before.source}\n---\n${text}`);
      // Too long a text makes the test slow, and shows no more.
      if (text.length > 2000) hand.clear();
    }
    while (session.current().canUndo) session.undo();
    assert.equal(session.current().source, first.source, `GESTURE_SEED=${seed}`);
    assert.deepEqual(session.current().layout, first.layout, `GESTURE_SEED=${seed}`);
  });
}

/** The comments that a change has cost. */
function lost(before: string, after: string): ReadonlyArray<string> {
  const comments = before.match(/^\s*'.*$|\/'.*?'\/|\/\/.*$/gm) ?? [];
  return comments.map((one) => one.trim()).filter((one) => !after.includes(one));
}

/** Somebody who tries everything. */
class Hand {
  private offered: ReadonlyArray<MenuItem> = [];
  private readonly parts: PictureParts;
  private last: { readonly picture: string; readonly geometry: Geometry } | null = null;

  constructor(
    private readonly session: DiagramSession,
    private readonly kind: KindClient,
    private readonly random: () => number,
  ) {
    this.parts = partsOf(session, {
      geometry: () => this.measured(),
      onEdit: (id, asked) => {
        const element = session.current().outline.element(id);
        const detail = element && (asked ?? this.kind.details.first(element));
        if (detail) openDetail(session, this.kind, element, detail);
      },
      report: (error) => assert.ok(error === null || !['badCommand', 'changedMeanwhile'].includes(error), String(error)),
      offer: (_, items) => {
        this.offered = items;
      },
    });
  }

  /** Once of each picture: that takes longer than all else. */
  private measured(): Geometry {
    const { picture } = this.session.current();
    if (picture !== this.last?.picture) this.last = { picture, geometry: geometryOf(picture) };
    return this.last.geometry;
  }

  /** @returns What was done, for people. */
  doSomething(): string {
    const { editing } = this.session.current();
    if (editing) {
      const text = this.pick(words);
      const leave = this.pick(leaves);
      const element = this.session.current().outline.element(editing.id);
      const isNote = element !== undefined && editing.number > 0 && this.kind.details.isLong(element, editing.number);
      if (this.random() < 0.1) this.parts.report(moveField(this.session, this.kind, text, this.random() < 0.5 ? 1 : -1));
      else this.parts.report(leaveField(this.session, this.kind, this.random() < 0.2 ? null : text, leave));
      if (isNote) return `note ${text}, ${leave}`;
      return `${editing.number > 0 && text === '' ? 'delete' : 'words'} ${text}, ${leave}`;
    }
    if (this.offered.length > 0) return this.choose(this.offered);
    const what = this.random();
    if (what < 0.4) return this.point(this.kind.tools(this.parts), 'select');
    if (what < 0.75) return this.useTool();
    if (what < 0.85) return this.choose(menuOf(this.kind, this.parts));
    if (what < 0.9) return this.remove();
    if (what < 0.95) return this.replay();
    return what < 0.975 ? this.nudge() : this.add();
  }

  /**
   * Whether comments may go: what was deleted takes its own along, and so does what is taken back; a note is one that is changed. Of an empty
   * fragment nothing is left to unwrap.
   */
  mayRemove(what: string, before: string): boolean {
    const isEmptyCommented = /\/\/.*\n.*\{\s*\}/.test(before);
    return /^(menu Delete|delete|note|undo|redo)/.test(what) || (what === 'menu Unwrap' && isEmptyCommented);
  }

  /** Removes most. */
  clear(): void {
    const all = this.session.current().outline.elements.map((one) => one.id);
    for (const id of all.slice(10)) {
      const { outline } = this.session.current();
      const { source } = this.session.current();
      const error = outline.element(id) ? deleteElements(this.session, [id]) : null;
      // Whoever acts first is named by nothing but the first message: what is created later would have another creator without it.
      assert.ok(error === null || /\bnew /.test(source), `${error} for ${id} of\n${source}`);
    }
  }

  private useTool(): string {
    const item = this.pick(this.kind.toolbox.flat());
    const tools = item.tool(this.parts, () => undefined);
    if (this.random() < 0.2) {
      tools.confirm?.(this.place());
      this.selectAny();
      tools.confirm?.(this.place());
      return `${item.label} by key`;
    }
    return this.point(tools, item.label);
  }

  private point(tools: PictureTools, name: string): string {
    const tracker = new PointerTracker(
      { toPicture: (screen) => screen, pan: () => undefined, zoom: () => undefined, beyond: () => ({ x: 0, y: 0 }) },
      tools,
      stillClock,
      () => undefined,
    );
    const modifiers = { shift: this.random() < 0.2, alt: this.random() < 0.2, control: this.random() < 0.2 };
    const from = this.place();
    tracker.hover(from);
    tracker.down({ id: 1, ...from, modifiers }, 'tool');
    const isDrag = this.random() < 0.6;
    const to = isDrag ? this.place() : from;
    if (isDrag) tracker.move({ id: 1, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, modifiers });
    if (isDrag) tracker.move({ id: 1, ...to, modifiers });
    if (isDrag && this.random() < 0.1) tracker.cancel();
    else tracker.up({ id: 1, ...to, modifiers });
    if (!isDrag && this.random() < 0.3) tracker.doubleClick(from);
    return `${name} ${isDrag ? 'drag' : 'click'} ${from.x},${from.y} to ${to.x},${to.y}`;
  }

  private choose(items: ReadonlyArray<MenuItem>): string {
    this.offered = [];
    if (items.length === 0) return 'nothing';
    const item = this.pick(items);
    item.action();
    return `menu ${item.label}`;
  }

  private remove(): string {
    this.selectAny();
    const { selection } = this.session.current();
    this.parts.report(deleteElements(this.session, selection));
    return `delete ${selection.join()}`;
  }

  private replay(): string {
    if (this.random() < 0.6) this.session.undo();
    else this.session.redo();
    return 'undo or redo';
  }

  private nudge(): string {
    this.selectAny();
    const { selection } = this.session.current();
    const step = { x: this.pick([-1, 0, 1] as const), y: this.pick([-1, 0, 1] as const) };
    this.parts.report(this.kind.move(this.session, selection, step));
    return `move ${selection.join()}`;
  }

  private add(): string {
    this.selectAny();
    const { selected, outline } = this.session.current();
    const element = selected === null ? undefined : outline.element(selected);
    const detail = element && this.kind.details.added(element);
    if (element && detail) this.parts.onEdit(element.id, detail);
    return `add to ${selected}`;
  }

  private selectAny(): void {
    const ids = this.session.current().outline.elements.map((one) => one.id);
    if (ids.length > 0) this.session.select(this.random() < 0.7 ? this.pick(ids) : [this.pick(ids), this.pick(ids)]);
  }

  /** On something, or beside it. */
  private place(): Point {
    const parts = this.parts.geometry()?.parts ?? [];
    if (parts.length === 0 || this.random() < 0.2) return { x: Math.round(this.random() * 800) - 100, y: Math.round(this.random() * 800) - 100 };
    const { box } = this.pick(parts);
    return { x: Math.round(box.x + (this.random() * 1.2 - 0.1) * box.width), y: Math.round(box.y + (this.random() * 1.2 - 0.1) * box.height) };
  }

  private pick<Item>(items: ReadonlyArray<Item>): Item {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}
