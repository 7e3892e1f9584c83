import './dom';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { AxiosRequestConfig } from 'axios';
import type { Diagram } from '../src/api/schema';
import { findDraftsToOffer } from '../src/canvas/copying/findDraftsToOffer';
import { findTargets } from '../src/canvas/copying/findTargets';
import { kindOfDraft, likelyKind } from '../src/canvas/copying/kindOfDraft';
import { makeCopy } from '../src/canvas/copying/makeCopy';
import type { Content, Draft } from '../src/canvas/saving/drafts';
import { DiagramSession } from '../src/canvas/session/DiagramSession';
import { examples } from '../src/examples/examples';
import { answer, requests } from './answers';
import { diagramOf } from './diagrams';
import { loadEngine } from './engine';
import { FakeDrafts } from './FakeDrafts';
import { Timers } from './Timers';

type Status = 'well' | 'forbidden' | 'storage_full' | 'second_factor_setup_required' | 'gone' | 'away';

const first: Diagram = diagramOf('A -> B: one\n');
const mine = `${first.source}A -> B: mine\n`;
const here: Content = { name: 'D', source: mine, layout: {} };
const left: Draft = { id: 'd', userId: 'bob', writer: 'w', revision: 1, base: { ...here, source: first.source }, content: here, sent: [] };

let drafts = new FakeDrafts();
let time: Timers | undefined;
let copies: Map<string, Diagram>;
/** What the server says to changes of the diagram, and to what is to be made. */
let saving: Status;
let making: Status | 'loses answers';
/** How many drafts there are at the moment of each request. */
let keptAt: number[];

/** Makes one thing for each key, as the server does. */
function made({ url, headers, data }: AxiosRequestConfig): Diagram {
  const key = `${url} ${headers?.['Idempotency-Key']}`;
  const found = copies.get(key) ?? { ...first, ...JSON.parse(String(data)), id: `copy ${copies.size + 1}`, project_id: 'mine', role: 'owner' };
  copies.set(key, found);
  return found;
}

function refused(status: Status): { status: number; data: unknown } {
  return status === 'gone' ? { status: 404, data: {} } : { status: 403, data: { detail: 'No.', error_type: status } };
}

beforeEach(() => {
  time?.restore();
  time = new Timers();
  drafts = new FakeDrafts();
  copies = new Map();
  keptAt = [];
  saving = making = 'well';
  answer((request) => {
    keptAt.push(drafts.kept.length);
    const isNew = request.method === 'post';
    const mood = isNew ? making : saving;
    if (mood === 'away') return 'away';
    if (mood !== 'well' && mood !== 'loses answers') return refused(mood);
    const data = isNew ? made(request) : { ...first, ...JSON.parse(String(request.data)), revision: 2 };
    return mood === 'loses answers' ? 'away' : { status: 200, data };
  });
});

/** Bob has changed a diagram, and the server has said what it says to that. */
async function changed(): Promise<DiagramSession> {
  const session = new DiagramSession(await loadEngine(), { ...first }, 'bob', 'light', null, () => 0);
  session.type(mine);
  await session.save();
  await settled();
  return session;
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const asked = (method: string) => requests.filter((request) => request.method === method).length;
const copy = (session: DiagramSession, projectId: string | null = 'mine') =>
  session.copyElsewhere((draft) => makeCopy(draft, session.kind, { name: 'D (my copy)', projectId }));

test('whoever has lost the right to change a diagram learns it once, and each change and each wish to save tries again', async () => {
  saving = 'forbidden';
  const session = await changed();
  assert.equal(session.current().loss, 'role');
  assert.deepEqual(session.current().save, { name: 'unsaved', reason: 'you may no longer change it' });
  const losses = new Set<unknown>();
  session.subscribe(() => losses.add(session.current().loss));
  session.type(`${mine}A -> B: more\n`);
  assert.deepEqual(session.current().save, { name: 'unsaved', reason: 'you may no longer change it' });
  time?.elapse();
  await settled();
  assert.equal(asked('patch'), 2, 'a change tries again');
  await session.save();
  assert.equal(asked('patch'), 3, 'whoever wants to save tries again');
  assert.deepEqual([...losses], ['role'], 'nobody is asked anew');
  saving = 'well';
  await session.save();
  assert.deepEqual([session.current().loss, session.current().save.name], [null, 'saved']);
  assert.deepEqual(drafts.kept, []);
});

test('a diagram that is gone is lost, too, and who can’t be reached says nothing about it', async () => {
  saving = 'gone';
  const session = await changed();
  assert.equal(session.current().loss, 'gone');
  saving = 'away';
  await session.save();
  assert.equal(session.current().loss, 'gone');
});

test('what is forbidden for other reasons takes no right away', async () => {
  for (const reason of ['storage_full', 'second_factor_setup_required'] as const) {
    saving = reason;
    const session = await changed();
    assert.equal(session.current().loss, null, reason);
    assert.deepEqual(session.current().save, { name: 'unsaved', reason: 'No.' });
  }
});

test('a change that is taken back has lost nothing', async () => {
  saving = 'forbidden';
  const session = await changed();
  session.undo();
  assert.deepEqual([session.current().loss, session.current().save.name], [null, 'saved']);
});

test('the copy has everything, the draft goes when the server has answered, and the old one is not saved any more', async () => {
  saving = 'forbidden';
  const session = await changed();
  const made = await copy(session);
  const request = requests.find(({ method }) => method === 'post');
  assert.equal(request?.url, '/api/projects/mine/diagrams');
  assert.deepEqual(JSON.parse(String(request?.data)), { kind: 'sequence', name: 'D (my copy)', source: mine, layout: {} });
  assert.equal(made.source, mine);
  assert.deepEqual(keptAt, [1, 1], 'it was kept until the answer came');
  assert.deepEqual(drafts.kept, []);
  session.close();
  window.dispatchEvent(new window.Event('online'));
  await settled();
  assert.equal(asked('patch'), 1);
  assert.deepEqual(drafts.kept, []);
});

test('a second click and a lost answer make one copy, and one project for it', async () => {
  saving = 'gone';
  const session = await changed();
  making = 'loses answers';
  await assert.rejects(copy(session, null));
  assert.equal(drafts.kept.length, 1);
  making = 'well';
  const [one, other] = await Promise.all([copy(session, null), copy(session, null)]);
  assert.equal(one.id, other.id);
  assert.equal(copies.size, 2, 'a project and a diagram');
  const names = requests.filter(({ url }) => url === '/api/projects').map(({ data }) => JSON.parse(String(data)).name);
  assert.deepEqual(names, ['My copies', 'My copies', 'My copies']);
});

test('a copy that is wanted otherwise is another one, and an earlier key is no hindrance', async () => {
  await makeCopy(left, 'sequence', { name: 'One', projectId: 'mine' });
  await makeCopy(left, 'sequence', { name: 'Other', projectId: 'mine' });
  await makeCopy({ ...left, writer: 'another' }, 'sequence', { name: 'One', projectId: 'mine' });
  assert.equal(copies.size, 3);
});

test('a copy that fails changes nothing', async () => {
  saving = 'forbidden';
  const session = await changed();
  for (const reason of ['forbidden', 'storage_full', 'gone', 'away'] as const) {
    making = reason;
    await assert.rejects(copy(session));
    assert.equal(session.current().source, mine);
    assert.equal(session.current().loss, 'role');
    assert.deepEqual(
      drafts.kept.map(({ content }) => content.source),
      [mine],
    );
  }
  session.close();
  await settled();
  assert.equal(asked('patch'), 2, 'who leaves tries once more');
  assert.equal(drafts.kept.length, 1);
});

test('what is typed while the copy is made is not lost with it', async () => {
  saving = 'forbidden';
  const session = await changed();
  const copying = copy(session);
  session.type(`${mine}A -> B: late\n`);
  assert.equal((await copying).source, mine);
  session.close();
  await settled();
  assert.deepEqual(
    drafts.kept.map(({ content }) => content.source),
    [`${mine}A -> B: late\n`],
  );
});

test('a copy goes to one’s own projects, or to those of others that one may change', async () => {
  const project = (id: string, role: string, archived = false) => ({ id, role, archived });
  const shared = [project('seen', 'viewer'), project('edited', 'editor'), project('old', 'editor', true), project('led', 'owner')];
  answer(({ params }) => ({ status: 200, data: params.shared ? shared : [project('own', 'owner')] }));
  const { own, others } = await findTargets();
  assert.deepEqual(
    [...own, ...others].map(({ id }) => id),
    ['own', 'edited', 'led'],
  );
});

test('who opens a diagram as a viewer, or in vain, is offered what they left there, the newest first', async () => {
  const draft = (own: Partial<Draft>): Draft => ({ ...left, ...own });
  drafts.kept = [
    draft({ writer: 'oldest' }),
    draft({ writer: 'old', changedAt: 1 }),
    draft({ writer: 'new', changedAt: 2 }),
    draft({ writer: 'ada’s', userId: 'ada', changedAt: 3 }),
    draft({ writer: 'another tab’s', changedAt: 4 }),
    draft({ writer: 'another diagram’s', id: 'e', changedAt: 5 }),
    draft({ writer: 'arrived', content: { ...here, source: first.source }, changedAt: 6 }),
  ];
  drafts.atWork = ['another tab’s'];
  const writers = (found: ReadonlyArray<Draft>) => found.map(({ writer }) => writer);
  assert.deepEqual(writers(await findDraftsToOffer('d', 'bob', null)), ['arrived', 'new', 'old', 'oldest']);
  assert.equal(drafts.kept.length, 7);
  assert.deepEqual(writers(await findDraftsToOffer('d', 'bob', { ...first, role: 'viewer' })), ['new', 'old', 'oldest']);
  assert.equal(writers(drafts.kept).includes('arrived'), false, 'the server has it');
  assert.equal(drafts.kept.length, 6);
  assert.deepEqual(await findDraftsToOffer('d', 'cy', null), []);
});

test('what was not saved says of which kind it is', async () => {
  saving = 'gone';
  await changed();
  assert.equal(drafts.kept[0]?.kind, 'sequence');
  assert.equal(await kindOfDraft({ ...left, kind: 'usecase' }), 'usecase');
});

test('of drafts that do not say it the kind is found out', async () => {
  const engines = { sequence: await loadEngine('sequence'), classes: await loadEngine('classifiers') };
  const kindOf = (source: string, layout: Content['layout'] = {}) => likelyKind({ name: '', source, layout }, engines);
  for (const { name, kind, source } of examples.diagrams) assert.equal(kindOf(source), kind, name);
  assert.equal(kindOf('A -> B\n'), 'sequence');
  assert.equal(kindOf('A -> B\n', { A: { x: 0, y: 0 } }), 'class');
});
