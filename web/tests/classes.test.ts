import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classDiagram } from '../src/canvas/kinds/class/class';
import { ClassTools } from '../src/canvas/kinds/class/ClassTools';
import { Geometry, type Part } from '../src/canvas/picture/Geometry';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { diagramOf } from './diagrams';
import { loadEngine } from './engine';

const source = 'class A\nA --> B\npackage P {\nclass C\n}\n';

const parts: ReadonlyArray<Part> = [
  { id: ':package P', part: 'package', box: { x: 0, y: 0, width: 300, height: 300 } },
  { id: 'A/B', part: 'relationship', box: { x: 40, y: 50, width: 120, height: 100 } },
  { id: 'A', part: 'classifier', box: { x: 20, y: 20, width: 80, height: 40 } },
  { id: ':title', part: 'title', box: { x: 0, y: -40, width: 300, height: 20 } },
];

async function tools(): Promise<{ session: DiagramSession; tools: ClassTools; edited: string[] }> {
  const diagram = { ...diagramOf(source), kind: 'class' as const };
  const session = new DiagramSession(await loadEngine('classifiers'), diagram, 'u', 'light');
  const edited: string[] = [];
  const geometry = new Geometry(() => parts);
  const made = new ClassTools({ session, geometry: () => geometry, onEdit: (id) => edited.push(id), report: () => undefined });
  return { session, tools: made, edited };
}

test('a click selects the box that is meant, not what is around it', async () => {
  const { session, tools: classTools, edited } = await tools();
  classTools.click({ x: 50, y: 55 });
  assert.equal(session.current().selected, 'A');
  classTools.click({ x: 150, y: 140 });
  assert.equal(session.current().selected, 'A/B');
  classTools.click({ x: 290, y: 290 });
  assert.equal(session.current().selected, ':package P');
  classTools.click({ x: 290, y: -30 });
  assert.equal(session.current().selected, null);
  classTools.doubleClick({ x: 30, y: 30 });
  assert.deepEqual(edited, ['A']);
  assert.equal(classTools.grasp(), null);
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
