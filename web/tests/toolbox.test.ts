import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classDiagram, useCaseDiagram } from '../src/canvas/kinds/class/class';
import { commands } from '../src/canvas/kinds/class/commands';
import type { ColoredElement } from '../src/canvas/kinds/class/outline';
import { found } from '../src/canvas/picture/elements';
import { Geometry, type Part, type Point } from '../src/canvas/picture/Geometry';
import type { KindClient } from '../src/canvas/picture/KindClient';
import { PointerTracker, type Drag } from '../src/canvas/picture/tools/PointerTracker';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { stillClock } from './clock';
import { diagramOf } from './diagrams';
import { loadEngine } from './engine';
import { partsOf } from './parts';

/** The boxes of a class diagram by their places, and frames around what stands in a package. */
function geometryOf(session: DiagramSession): Geometry {
  const { origin, outline } = session.current();
  return new Geometry(() =>
    outline.elements.flatMap(({ id, role }): Part[] => {
      const place = session.positions[id];
      if (!place || place.path) return [];
      const box = { x: place.x + origin.x, y: place.y + origin.y, width: place.width ?? 0, height: place.height ?? 0 };
      return [{ id, part: role, box }];
    }),
  );
}

type Offer = { readonly at: Point; readonly labels: ReadonlyArray<string>; readonly choose: (label: string) => void };

/** A diagram with a toolbox and a pointer over it; the screen is the picture. */
async function setUp(text = '', kind: KindClient = classDiagram) {
  const diagram = { ...diagramOf(text), kind: kind === classDiagram ? ('class' as const) : ('usecase' as const) };
  const session = new DiagramSession(await loadEngine('classifiers'), diagram, 'u', 'light');
  const edited: string[] = [];
  const offers: Offer[] = [];
  const used: boolean[] = [];
  const drags: Array<Drag | null> = [];
  const parts = partsOf(session, {
    geometry: () => geometryOf(session),
    onEdit: (id) => edited.push(id),
    offer: (at, items) =>
      offers.push({ at, labels: items.map((item) => item.label), choose: (label) => items.find((item) => item.label === label)?.action() }),
  });
  const view = { toPicture: (screen: Point) => screen, pan: () => undefined, zoom: () => undefined, beyond: () => ({ x: 0, y: 0 }) };
  const choose = (label: string) => {
    const item = kind.toolbox.flat().find((one) => one.label === label);
    if (!item) throw new Error(`no ${label}`);
    const tools = item.tool(parts, (isKept) => used.push(isKept));
    return { tools, tracker: new PointerTracker(view, tools, stillClock, (drag) => drags.push(drag)) };
  };
  const click = (tracker: PointerTracker, at: Point, shift = false) => {
    tracker.down({ id: 1, ...at }, 'tool');
    tracker.up({ id: 1, ...at, modifiers: { shift, alt: false, control: false } });
  };
  const drag = (tracker: PointerTracker, from: Point, to: Point) => {
    tracker.down({ id: 1, ...from }, 'tool');
    tracker.move({ id: 1, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    tracker.move({ id: 1, ...to });
    tracker.up({ id: 1, ...to });
  };
  /** Of a box, on the picture. */
  const middle = (id: string): Point => {
    const box = geometryOf(session).partsOf(id)[0]?.box;
    if (!box) throw new Error(`no ${id}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  return { session, parts, choose, click, drag, middle, edited, offers, used, drags };
}

test('two classes are placed with the mouse, named, and a composition is drawn between them', async () => {
  const { session, choose, click, drag, middle, edited, used } = await setUp();
  click(choose('Class').tracker, { x: 200, y: 120 });
  assert.equal(session.current().source, 'class Class1\n');
  assert.deepEqual(edited, ['Class1']);
  session.openField('Class1');
  assert.equal(session.closeField('Order'), null);
  // What was placed stays where it is on the plane, whatever comes beside it.
  const { x, y } = session.positions['Order'] ?? { x: NaN, y: NaN };
  const { origin } = session.current();
  click(choose('Class').tracker, { x: x + origin.x + 300, y: y + origin.y + 40 });
  session.openField('Class1');
  assert.equal(session.closeField('Line'), null);
  assert.deepEqual([session.positions['Order']?.x, session.positions['Order']?.y], [x, y]);
  const line = session.positions['Line'] ?? { x: NaN, y: NaN };
  assert.ok(Math.abs(line.x - x - 300) < 60 && Math.abs(line.y - y - 40) < 30);
  drag(choose('Composition').tracker, middle('Order'), middle('Line'));
  assert.equal(session.current().source, 'class Order\nclass Line\nOrder *-- Line\n');
  assert.equal(session.current().selected, 'Order/Line');
  assert.deepEqual(used, [false, false, false]);
  session.undo();
  session.undo();
  session.undo();
  assert.equal(session.current().source, 'class Order\n', 'a class that was placed is one step');
});

test('the middle of what is placed is where the pointer was', async () => {
  const { session, choose, click } = await setUp('class A\n');
  const { origin } = session.current();
  click(choose('Enumeration').tracker, { x: 400, y: 300 });
  const { x = 0, y = 0, width, height } = session.positions['Enumeration1'] ?? {};
  assert.ok(Math.abs(x + (width ?? 0) / 2 - (400 - origin.x)) <= 1);
  assert.ok(Math.abs(y + (height ?? 0) / 2 - (300 - origin.y)) <= 1);
  assert.equal(session.current().source, 'class A\nenum Enumeration1\n');
});

test('with Shift a tool is kept, and a drag shows what would come before it is let go', async () => {
  const { choose, click, drag, used, drags, session } = await setUp();
  click(choose('Interface').tracker, { x: 100, y: 100 }, true);
  assert.deepEqual(used, [true]);
  drag(choose('Class').tracker, { x: 10, y: 10 }, { x: 200, y: 200 });
  assert.deepEqual(used, [true, false]);
  assert.ok(drags.some((one) => one?.preview.some((shape) => shape.className === 'ghost')));
  assert.equal(session.current().source, 'interface Interface1\nclass Class1\n');
});

test('a click on each end draws a relation, and one beside all offers what could be there', async () => {
  const { session, choose, click, middle, offers, edited } = await setUp('class A\nclass B\n');
  const { tracker } = choose('Generalization');
  click(tracker, middle('A'));
  assert.equal(session.current().selected, 'A');
  click(tracker, middle('B'));
  assert.equal(session.current().source, 'class A\nclass B\nB <|-- A\n');
  const other = choose('Association').tracker;
  click(other, middle('B'));
  click(other, { x: 600, y: 500 });
  assert.deepEqual(offers[0]?.labels, ['Class', 'Abstract class', 'Interface', 'Enumeration']);
  offers[0]?.choose('Interface');
  assert.equal(session.current().source, 'class A\nclass B\nB <|-- A\ninterface Interface1\nB -- Interface1\n');
  assert.deepEqual(edited, ['Interface1']);
  session.undo();
  assert.equal(session.current().source, 'class A\nclass B\nB <|-- A\n');
});

test('without a pointer the selected element is the one end, and then the other', async () => {
  const { session, choose } = await setUp('class A\nclass B\n');
  const { tools } = choose('Dependency');
  session.select('A');
  tools.confirm?.({ x: 0, y: 0 });
  session.select('B');
  tools.confirm?.({ x: 0, y: 0 });
  assert.equal(session.current().source, 'class A\nclass B\nA ..> B\n');
  choose('Class').tools.confirm?.({ x: 300, y: 300 });
  assert.equal(session.current().source, 'class A\nclass B\nA ..> B\nclass Class1\n');
});

test('a package is drawn around classes, and a note is put on one', async () => {
  const { session, choose, click, drag, middle } = await setUp('class A\nclass B\n');
  const drawing = choose('Package').tools.grasp({ x: -10, y: -10 }, { shift: false, alt: false, control: false });
  assert.deepEqual(
    drawing?.move({ x: 1000, y: 1000 }, { shift: false, alt: false, control: false }).map((one) => one.className),
    ['marquee', 'drop-box'],
    'what will come into it is lit',
  );
  drag(choose('Package').tracker, { x: -10, y: -10 }, { x: 1000, y: 1000 });
  assert.equal(session.current().source, 'package Package1 {\n  class A\n  class B\n}\n');
  click(choose('Note').tracker, middle('A'));
  assert.match(session.current().source, /note \w+ of A ?: Note\n/);
  click(choose('Note').tracker, { x: 900, y: 700 });
  assert.match(session.current().source, /note "Note" as \w+\n/);
});

test('several elements are moved, copied and deleted together', async () => {
  const { session, parts, middle } = await setUp('class A\nclass B\nclass C\nA --> B\n');
  const tools = classDiagram.tools(parts);
  tools.click(middle('A'), { shift: false, alt: false, control: false });
  tools.click(middle('B'), { shift: true, alt: false, control: false });
  assert.deepEqual(session.current().selection, ['A', 'B']);
  const before = session.positions;
  const at = middle('A');
  const gesture = tools.grasp(at, { shift: false, alt: false, control: false });
  gesture?.move({ x: at.x + 40, y: at.y + 200 }, { shift: false, alt: false, control: true });
  gesture?.finish();
  for (const id of ['A', 'B']) {
    assert.equal(session.positions[id]?.x, (before[id]?.x ?? 0) + 40);
    assert.equal(session.positions[id]?.y, (before[id]?.y ?? 0) + 200);
  }
  assert.equal(session.positions['C']?.x, before['C']?.x);
  assert.deepEqual(session.current().selection, ['A', 'B']);
  const { duplicate } = classDiagram;
  assert.equal(duplicate?.(session, ['A', 'B']), null);
  assert.deepEqual(session.current().selection, ['A2', 'B2']);
  const menu = classDiagram.menu(parts, ['A', 'C']);
  menu.find((item) => item.label === 'Bring together in a package')?.action();
  assert.match(session.current().source, /package Package1 \{\n {2}class A\n {2}class C\n\}/);
});

test('a use case diagram has a toolbox of its own', async () => {
  const { session, choose, click, drag, middle } = await setUp('', useCaseDiagram);
  click(choose('Actor').tracker, { x: 100, y: 200 });
  click(choose('Use case').tracker, { x: 300, y: 200 });
  drag(choose('Association').tracker, middle('Actor1'), middle('UseCase1'));
  assert.equal(session.current().source, 'actor Actor1\nusecase UseCase1\nActor1 -- UseCase1\n');
  const keys = useCaseDiagram.toolbox.flat().map((item) => item.key);
  assert.equal(new Set(keys).size, keys.length);
});

test('what is moved comes into line with others, and with Alt it does not', async () => {
  const { session, parts, middle } = await setUp('class A\nclass B\n');
  const tools = classDiagram.tools(parts);
  const [a, b] = [middle('A'), middle('B')];
  const drag = (control: boolean) => {
    session.select(null);
    const at = middle('B');
    const gesture = tools.grasp(at, { shift: false, alt: false, control });
    const preview = gesture?.move({ x: at.x + a.x - b.x + 4, y: at.y + 200 }, { shift: false, alt: false, control }) ?? [];
    gesture?.finish();
    return preview.map((one) => one.className);
  };
  assert.deepEqual(drag(false), ['guide']);
  assert.equal(session.positions['B']?.x, session.positions['A']?.x);
  session.undo();
  assert.deepEqual(drag(true), []);
  assert.equal(session.positions['B']?.x, (session.positions['A']?.x ?? 0) + 4);
});

test('a class that is let go over a package comes into it, and out of it beside all, in one step', async () => {
  const source = "package P {\n  class A\n}\n' stays above\nclass B\n";
  const { session, parts } = await setUp(source);
  const frame = { x: 0, y: 0, width: 200, height: 150 };
  const box = { x: 300, y: 40, width: 80, height: 40 };
  const inside = { x: 30, y: 50, width: 80, height: 40 };
  const geometry = new Geometry(() => [
    { id: ':package P', part: 'package', box: frame },
    { id: 'A', part: 'classifier', box: inside },
    { id: 'B', part: 'classifier', box },
  ]);
  const tools = classDiagram.tools({ ...parts, geometry: () => geometry });
  const into = tools.grasp({ x: 340, y: 60 }, { shift: false, alt: false, control: true });
  const preview = into?.move({ x: 150, y: 120 }, { shift: false, alt: false, control: true }) ?? [];
  assert.deepEqual(
    preview.map((one) => one.className),
    ['drop-box'],
  );
  into?.finish();
  assert.equal(session.current().source, "package P {\n  class A\n  ' stays above\n  class B\n}\n");
  assert.equal(session.current().selected, 'B');
  assert.ok(session.current().layout['B']?.automatic !== true);
  session.undo();
  assert.equal(session.current().source, source);
  const out = tools.grasp({ x: 60, y: 70 }, { shift: false, alt: false, control: true });
  out?.move({ x: 60, y: 400 }, { shift: false, alt: false, control: true });
  out?.finish();
  assert.equal(session.current().source, "package P {\n}\n' stays above\nclass B\nclass A\n");
});

test('an end of a selected relation is led to another class', async () => {
  const { session, parts, middle } = await setUp('class A\nclass B\nclass C\nA --> B\n');
  const [a, b, c] = [middle('A'), middle('B'), middle('C')];
  const border = { x: b.x, y: b.y - 18 };
  const line = {
    id: 'A/B',
    part: 'relationship',
    box: { x: 0, y: 0, width: 900, height: 900 },
    strokes: () => ({ lines: [[a, border]], texts: [] }),
  };
  const geometry = new Geometry(() => [...geometryOf(session).parts, line]);
  const tools = classDiagram.tools({ ...parts, geometry: () => geometry });
  session.select('A/B');
  const inside = tools.grasp(b, { shift: false, alt: false, control: false });
  assert.equal(inside?.name, 'put', 'in its middle the class is meant');
  session.select('A/B');
  const gesture = tools.grasp(border, { shift: false, alt: false, control: false });
  gesture?.move(c, { shift: false, alt: false, control: false });
  gesture?.finish();
  assert.equal(session.current().source, 'class A\nclass B\nclass C\nA --> C\n');
  assert.equal(session.current().selected, 'A/C');
});

test('what is copied is a source of its own, and pasted under names that nothing has', async () => {
  const { session } = await setUp(
    "package P {\n  ' the order\n  class Order {\n    id : Int\n  }\n  class Line\n}\nclass Other\nOrder *-- Line : has\nOrder --> Other\n",
  );
  const text = classDiagram.copied(session, ['Order', 'Line'])?.text;
  assert.equal(text, "' the order\nclass Order {\n  id : Int\n}\nclass Line\nOrder *-- Line : has\n");
  assert.equal(classDiagram.paste(session, text ?? '', { x: 500, y: 500 }), null);
  assert.match(session.current().source, /\n' the order\nclass Order2 \{\n {2}id : Int\n\}\nclass Line2\nOrder2 \*-- Line2 : has\n$/);
  assert.deepEqual(session.current().selection, ['Order2', 'Line2', 'Order2/Line2']);
  const { x = 0, y = 0 } = session.positions['Order2'] ?? {};
  assert.ok(Math.abs(x - 500) < 150 && Math.abs(y - 500) < 150);
  session.undo();
  assert.ok(!session.current().source.includes('Order2'), 'it is one step');
  assert.equal(classDiagram.paste(session, 'no diagram\n', { x: 0, y: 0 }), 'nothingToPaste');
  const whole = classDiagram.copied(session, [':package P'])?.text;
  assert.match(whole ?? '', /^package P \{\n {2}' the order\n/);
});

test('properties of several are edited at once, in one step', async () => {
  const { session } = await setUp('class A\nclass B\n');
  const before = session.current().source;
  const elements = session.current().outline.elements;
  assert.equal(session.edit(elements.map(({ id }) => commands.changeColor(id, 'FEF9C3'))), null);
  assert.equal(session.current().source, 'class A #FEF9C3\nclass B #FEF9C3\n');
  assert.equal((session.current().outline.element('A') as ColoredElement).color, 0xfef9c3);
  session.undo();
  assert.equal(session.current().source, before);
});

test('an element is found by all that can be read of it', async () => {
  const { session } = await setUp('class Order <<root>> {\n  total() : Money\n}\nclass Line\nOrder "1" *-- "1..*" Line : holds\n');
  const { outline } = session.current();
  assert.deepEqual(found(outline, 'money'), ['Order']);
  assert.deepEqual(found(outline, 'ROOT'), ['Order']);
  assert.deepEqual(found(outline, '1..'), ['Order/Line']);
  assert.deepEqual(found(outline, 'l'), ['Order', 'Line', 'Order/Line']);
  assert.deepEqual(found(outline, ' '), []);
  assert.deepEqual(found(outline, 'classifier'), [], 'what is not to be seen');
});

test('what is pasted takes nothing from what is there', async () => {
  const source =
    '@startuml\ntitle Shop\nleft to right direction\nskinparam class {\n  a b\n}\n\' free\n\nclass "Foo" as F\nclass Class1\nclass Class2\nnote "Note" as N1\nN1 .. F\nnote right of F : x\nF --> Class1\n@enduml\n';
  const { session } = await setUp(source);
  session.put({ F: { x: 0, y: 0, width: 80, height: 40 } });
  const before = session.positions;
  const all = session.current().outline.elements.map((one) => one.id);
  const copied = classDiagram.copied(session, all);
  assert.equal(copied?.text, 'class "Foo" as F\nclass Class1\nclass Class2\nnote "Note" as N1\nN1 .. F\nnote right of F : x\nF --> Class1\n');
  assert.equal(classDiagram.paste(session, copied?.text ?? '', { x: 900, y: 900 }), null);
  const added = 'class "Foo2" as F2\nclass Class3\nclass Class4\nnote "Note" as N2\nN2 .. F2\nnote right of F2 : x\nF2 --> Class3\n';
  assert.equal(session.current().source, source.replace('@enduml', `${added}@enduml`));
  assert.deepEqual(session.positions['F'], before['F']);
  assert.deepEqual(session.positions[':note'], before[':note'], 'the old note stays where it was');
  assert.equal(session.current().selection.length, all.length);
  assert.equal(classDiagram.copied(session, [':note']), null, 'a note of a class is nothing by itself');
});

test('where a picture takes too long, a frame follows the pointer, and the picture when it rests', async () => {
  const { session, parts, middle } = await setUp('class A\nclass B\nA --> B\n');
  let time = 0;
  let waiting: (() => void) | null = null;
  const clock = {
    now: () => (time += 10),
    later: (run: () => void) => {
      waiting = run;
      return () => {
        waiting = null;
      };
    },
  };
  const tools = classDiagram.tools({ ...parts, clock });
  const at = middle('B');
  const still = { shift: false, alt: false, control: true };
  const gesture = tools.grasp(at, still);
  gesture?.move({ x: at.x + 200, y: at.y + 10 }, still);
  const { picture } = session.current();
  const preview = gesture?.move({ x: at.x + 200, y: at.y + 150 }, still) ?? [];
  assert.deepEqual(
    preview.map((one) => one.className),
    ['ghost', 'ghost-line'],
  );
  assert.equal(session.current().picture, picture);
  (waiting as (() => void) | null)?.();
  assert.ok(session.current().picture !== picture);
  gesture?.finish();
  assert.equal(waiting, null);
  assert.ok(!session.current().isPreview);
});

test('a click that trembles begins a relation, and draws none to the same class; a drag out and back does', async () => {
  const { session, choose, drag, middle } = await setUp('class A\nclass B\n');
  const { tracker } = choose('Composition');
  const at = middle('A');
  drag(tracker, at, { x: at.x + 8, y: at.y + 4 });
  assert.equal(session.current().source, 'class A\nclass B\n');
  assert.equal(session.current().selected, 'A');
  drag(tracker, middle('B'), middle('A'));
  assert.equal(session.current().source, 'class A\nclass B\nB *-- A\n');
  const again = choose('Association').tracker;
  const there = middle('A');
  again.down({ id: 1, ...there }, 'tool');
  again.move({ id: 1, x: there.x, y: there.y + 500 });
  again.move({ id: 1, ...there });
  again.up({ id: 1, ...there });
  assert.equal(session.current().source, 'class A\nclass B\nB *-- A\nA -- A\n');
});
