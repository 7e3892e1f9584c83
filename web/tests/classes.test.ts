import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classDiagram } from '../src/canvas/kinds/class/class';
import { remembered } from '../src/canvas/engine/Layout';
import { Geometry, type Part, type Point } from '../src/canvas/picture/Geometry';
import type { PictureParts } from '../src/canvas/picture/KindClient';
import { noModifiers } from '../src/canvas/picture/tools/Modifiers';
import type { SelectionTools } from '../src/canvas/picture/tools/PictureTools';
import { mergeLayouts } from '../src/canvas/saving/mergeLayouts';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { diagramOf } from './diagrams';
import { loadEngine } from './engine';
import { partsOf } from './parts';

const source = 'class A\nA --> B\npackage P {\nclass C\n}\n';

const parts: ReadonlyArray<Part> = [
  { id: ':package P', part: 'package', box: { x: 0, y: 0, width: 300, height: 300 } },
  { id: 'A/B', part: 'relationship', box: { x: 40, y: 50, width: 120, height: 100 } },
  { id: 'A', part: 'classifier', box: { x: 20, y: 20, width: 80, height: 40 } },
  { id: ':title', part: 'title', box: { x: 0, y: -40, width: 300, height: 20 } },
];

type Offered = { at: Point; labels: string[]; choose: (label: string) => void };

async function tools(
  text = source,
): Promise<{ session: DiagramSession; tools: SelectionTools; parts: PictureParts; edited: string[]; offers: Offered[] }> {
  const diagram = { ...diagramOf(text), kind: 'class' as const };
  const session = new DiagramSession(await loadEngine('classifiers'), diagram, 'u', 'light');
  const edited: string[] = [];
  const offers: Offered[] = [];
  const geometry = new Geometry(() => parts);
  const pictureParts = partsOf(session, {
    geometry: () => geometry,
    onEdit: (id) => edited.push(id),
    offer: (at, items) => {
      const labels = items.map((item) => item.label);
      offers.push({ at, labels, choose: (label) => items.find((item) => item.label === label)?.action() });
    },
    isMainPart: () => true,
  });
  return { session, tools: classDiagram.tools(pictureParts), parts: pictureParts, edited, offers };
}

test('a click selects the box that is meant, not what is around it', async () => {
  const { session, tools: classTools, edited } = await tools();
  classTools.click({ x: 50, y: 55 }, noModifiers);
  assert.equal(session.current().selected, 'A');
  classTools.click({ x: 150, y: 140 }, noModifiers);
  assert.equal(session.current().selected, 'A/B');
  classTools.click({ x: 290, y: 290 }, noModifiers);
  assert.equal(session.current().selected, ':package P');
  classTools.click({ x: 290, y: -30 }, noModifiers);
  assert.equal(session.current().selected, null);
  classTools.doubleClick({ x: 30, y: 30 });
  assert.deepEqual(edited, ['A']);
  assert.equal(classTools.grasp({ x: 290, y: -30 }, noModifiers), null);
  assert.equal(classTools.grasp({ x: 150, y: 140 }, noModifiers)?.name, 'put', 'a line stays with what it connects: what is around it moves');
});

test('a relation is drawn from a point beside the selected class to what the pointer is let go over', async () => {
  const { session, tools: classTools } = await tools();
  const handle = { x: 116, y: 40 };
  assert.equal(classTools.grasp(handle, noModifiers)?.name, 'put', 'what is not selected has no such points');
  classTools.click({ x: 50, y: 55 }, noModifiers);
  const missed = classTools.grasp(handle, noModifiers);
  assert.equal(missed?.name, 'connect');
  assert.deepEqual(
    missed?.move({ x: 400, y: 400 }, noModifiers).map((one) => one.className),
    ['drop-line'],
  );
  const gesture = classTools.grasp(handle, noModifiers);
  assert.deepEqual(
    gesture?.move({ x: 200, y: 250 }, noModifiers).map((one) => one.className),
    ['drop-line', 'drop-box'],
  );
  gesture?.finish();
  assert.equal(session.current().source, `${source}A -- P\n`);
  assert.equal(session.current().selected, 'A/P');
});

test('a class that is added has a name that no other has', async () => {
  const { session } = await tools();
  assert.equal(classDiagram.add(session), null);
  assert.equal(classDiagram.add(session), null);
  assert.equal(session.current().source, `${source}class Class1\nclass Class2\n`);
  assert.equal(session.current().selected, 'Class2');
});

test('what is drawn stays where it stands while more is typed, and undo brings back the very picture', async () => {
  const diagram = { ...diagramOf('class A\nclass B\nA <|-- B\n'), kind: 'class' as const };
  const session = new DiagramSession(await loadEngine('classifiers'), diagram, 'u', 'light');
  const { picture } = session.current();
  assert.deepEqual(session.current().layout, {});
  session.type('class A\nclass B\nA <|-- B\nA <|-- C\n');
  const { layout, picture: grown } = session.current();
  assert.deepEqual(Object.keys(layout), ['A', 'B', 'A/B']);
  assert.equal(layout['A']?.automatic, true);
  const again = new DiagramSession(await loadEngine('classifiers'), { ...diagram, source: session.current().source, layout }, 'u', 'light');
  assert.equal(again.current().picture, grown);
  session.undo();
  assert.equal(session.current().picture, picture);
  assert.deepEqual(session.current().layout, {});
  session.redo();
  assert.equal(session.current().picture, grown);
});

test('a class that is renamed keeps its place', async () => {
  const diagram = { ...diagramOf('class A\nclass B\nA --> B\n'), kind: 'class' as const, layout: { B: { x: 400, y: 300, automatic: true } } };
  const session = new DiagramSession(await loadEngine('classifiers'), diagram, 'u', 'light');
  session.openField('B');
  assert.equal(session.closeField('Basket'), null);
  assert.ok('Basket' in session.current().layout);
  assert.ok(!('B' in session.current().layout));
});

test('a class that is dragged stands where it is let go, in one step, and nothing else moves', async () => {
  const { session, tools: classTools } = await tools();
  const before = session.positions;
  const gesture = classTools.grasp({ x: 50, y: 30 }, noModifiers);
  if (!gesture) throw new Error('nothing to take hold of');
  assert.equal(session.current().selected, 'A');
  const shown = session.current().picture;
  // The picture begins elsewhere while its highest class is moved down; the pointer is where it is on the screen.
  const { origin } = session.current();
  const to = (x: number, y: number) => ({ x: x + session.current().origin.x - origin.x, y: y + session.current().origin.y - origin.y });
  gesture.move(to(80, 40), noModifiers);
  gesture.move(to(350, 230), noModifiers);
  assert.ok(session.current().isPreview);
  assert.ok(session.current().picture !== shown);
  assert.deepEqual(session.current().layout, {}, 'nothing is kept before it is let go');
  const preview = session.current().picture;
  gesture.finish();
  const { layout, picture } = session.current();
  assert.equal(picture, preview, 'what was shown is what comes of it');
  const { automatic: _, ...old } = before['A'] ?? { x: 0, y: 0 };
  assert.deepEqual(layout['A'], { ...old, x: old.x + 300, y: old.y + 200 });
  assert.deepEqual(session.positions['B'], before['B']);
  assert.deepEqual(session.positions['C'], before['C']);
  session.undo();
  assert.equal(session.current().picture, shown);
  session.redo();
  session.arrange(['A']);
  assert.ok(session.current().layout['A'] === undefined);
  session.arrange(null);
  assert.equal(session.current().picture, shown);
});

test('a drag that is given up leaves all as it was', async () => {
  const { session, tools: classTools } = await tools();
  const shown = session.current().picture;
  const gesture = classTools.grasp({ x: 50, y: 30 }, noModifiers);
  gesture?.move({ x: 350, y: 230 }, noModifiers);
  gesture?.cancel?.();
  assert.equal(session.current().picture, shown);
  assert.ok(!session.current().canUndo);
});

test('a step moves a class aside', async () => {
  const { session } = await tools();
  const { x = 0, y = 0 } = session.positions['A'] ?? {};
  assert.equal(classDiagram.move(session, ['A'], { x: 1, y: 0 }), null);
  assert.equal(session.positions['A']?.x, x + 10);
  assert.equal(session.positions['A']?.y, y);
});

test('undo brings back the very picture of any step', async () => {
  const { session } = await tools();
  session.type(`${source}A --> C\n`);
  const first = session.current();
  session.type(`${source}A --> C\nclass D {\n  a very long member that needs room : Int\n}\nA --> D\nD --> C\n`);
  const second = session.current();
  session.undo();
  assert.equal(session.current().picture, first.picture);
  session.undo();
  session.redo();
  assert.equal(session.current().picture, first.picture);
  session.redo();
  assert.equal(session.current().picture, second.picture);
});

test('positions of two places are brought together', () => {
  const at = (x: number, automatic = false) => ({ x, y: 0, ...(automatic ? { automatic } : {}) });
  const base = { A: at(0, true), B: at(1, true), C: at(2), D: at(3) };
  const mine = { A: at(9, true), B: at(1, true), C: at(8), E: at(7) };
  const theirs = { A: at(5), B: at(6, true), C: at(2), D: at(3) };
  assert.deepEqual(mergeLayouts(base, mine, theirs), { A: at(5), B: at(6, true), C: at(8), E: at(7) });
});

test('what is too much to be remembered is left out, first of all lines', () => {
  const place = { x: 0, y: 0, width: 80, height: 40, automatic: true };
  const classes = Object.fromEntries(Array.from({ length: 1500 }, (_, number) => [`Класс${number}`, place]));
  const lines = Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`Класс${number}/Класс`, { ...place, path: [0, 0, 0, 90] }]));
  const all = { origin: { x: 0, y: 0 }, places: { ...classes, ...lines }, displaced: {} };
  const kept = remembered({ P: { x: 1, y: 2 } }, all);
  assert.equal(Object.keys(kept).length, 1501);
  assert.ok(new TextEncoder().encode(JSON.stringify(kept)).length < 256 * 1024);
});
