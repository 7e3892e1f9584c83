import './dom';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsByElement } from '../src/canvas/picture/problems';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { diagramOf } from './diagrams';
import { loadEngine } from './engine';

test('errors and warnings are told of the elements in which they are, remarks are not', async () => {
  const text = 'class A\nclass B\nA <|-- B\nB <|-- A\n';
  const session = new DiagramSession(await loadEngine('classifiers'), { ...diagramOf(text), kind: 'class' }, 'u', 'light');
  const state = session.current();
  const found = problemsByElement(state);
  assert.ok(found.size > 0, JSON.stringify(state.diagnostics));
  for (const [id, problems] of found) {
    assert.ok(state.outline.element(id));
    assert.ok(problems.every((one) => one.severity !== 'information'));
  }
  assert.equal(problemsByElement({ ...state, diagnostics: [] }).size, 0);
});
