import axios from 'axios';
import { sendLastUpdate, updateDiagram } from '../../api/diagrams';
import { isTemporary, messageOf, statusOf } from '../../api/errors';
import type { Conflict, Diagram } from '../../api/schema';
import { toast } from '../../components/notices';
import { addressOfShared } from '../../pages/addresses';
import { navigate } from '../../router';
import { texts } from '../../texts';
import type { SaveState } from './SaveState';
import { contentOf, differences, isSameContent } from './content';
import { dropDraft, keepDraft, type Content, type Draft } from './drafts';
import { DraftWriter } from './DraftWriter';
import { findDraftsLeft } from './findDraftsLeft';
import { lossOf, lossReasons, type Loss } from './Loss';
import { merge } from '../text/merge';
import { mergeLayouts } from './mergeLayouts';

/** How long after the last change it is saved, and how long the pauses between attempts are at most, in milliseconds. */
const delay = 1000;
const longestPause = 30_000;
/** In a row, while somebody waits for the end. */
const mostMerges = 3;

type Page = {
  readonly content: () => Content;
  readonly show: (state: SaveState) => void;
  /** Shows what came from elsewhere. */
  readonly take: (content: Content) => void;
  /** Asks which of two versions is to be kept. */
  readonly ask: (theirs: Diagram) => void;
  /** Tells that nothing can be saved by this person any more; null when it can again. */
  readonly lose: (loss: Loss | null) => void;
};

/**
 * Brings the changes of a diagram to the server, and never over somebody else's: each says which revision it was made from.
 *
 * Until the server has them they are kept in this browser, so nothing is lost when the network, the server or the page goes away.
 */
export class Saver {
  private revision: number;
  private base: Content;
  private timer: number | undefined;
  private pause = delay;
  private saving: Promise<void> | null = null;
  private isWaitingForChoice = false;
  private savedCount = 0;
  /** In milliseconds. */
  private changedAt = Date.now();
  /** Whether the last attempt has ended in a merge. */
  private isMerged = false;
  private isClosed = false;
  /** Whether what is here is safe elsewhere. */
  private isReleased = false;
  private loss: Loss | null = null;
  /** Whether whoever has left knows what was lost. */
  private isTold = false;
  private readonly writer = new DraftWriter();
  /** What earlier visits could not save. Each is brought back when the one before it is saved. */
  private leftBehind: Draft[] = [];
  /** What was sent from this revision; the answer may have got lost. */
  private sent: ReadonlyArray<Content> = [];
  /** What the server has refused for good: it is not sent again until it is another. */
  private refused: Content | null = null;

  constructor(
    private readonly diagram: Diagram,
    private readonly userId: string,
    private readonly page: Page,
  ) {
    this.revision = diagram.revision;
    this.base = contentOf(diagram);
  }

  /** Brings back what earlier visits could not save; what another tab has open is left to that tab. */
  async open(): Promise<void> {
    window.addEventListener('online', this.retry);
    window.addEventListener('pagehide', this.leave);
    document.addEventListener('visibilitychange', this.hide);
    this.writer.begin();
    const left = await findDraftsLeft(this.diagram.id, this.userId);
    // What has arrived after all is what the server has now; once another is saved on top of it, that could not be told any more.
    this.leftBehind = [...left.filter((draft) => this.hasArrived(draft)), ...left.filter((draft) => !this.hasArrived(draft))];
    this.recoverNext();
  }

  private recoverNext(): void {
    if (this.isClosed || !isSameContent(this.page.content(), this.base)) return;
    const draft = this.leftBehind.shift();
    if (!draft) return;
    if (!isSameContent(draft.content, this.base)) {
      this.recover(draft);
      toast(texts.canvas.recovered);
    }
    // It is this page's own before it is gone as the other's.
    const kept = isSameContent(this.page.content(), this.base) ? Promise.resolve() : this.keep();
    void kept.then(() => dropDraft(this.diagram.id, draft.writer));
    this.changed();
  }

  /** Whether the answer to an attempt to save it got lost, but not the attempt. */
  private hasArrived(draft: Draft): boolean {
    return draft.sent.some((one) => isSameContent(one, this.base));
  }

  private recover(draft: Draft): void {
    if (draft.revision === this.revision || this.hasArrived(draft)) return this.page.take(draft.content);
    // What was changed since may include what the draft's last attempt has brought: then nobody but its owner knows what is meant.
    const isUnclear = draft.sent.length > 0 && this.revision > draft.revision + 1;
    const current = { ...this.diagram, ...this.base, revision: this.revision };
    // Until somebody has chosen, this is what the draft was made from: after a reload the question is asked again.
    this.revision = draft.revision;
    this.base = draft.base;
    this.bringTogether(draft.base, draft.content, current, isUnclear);
  }

  close(): void {
    this.isClosed = true;
    this.writer.stop();
    window.removeEventListener('online', this.retry);
    window.removeEventListener('pagehide', this.leave);
    document.removeEventListener('visibilitychange', this.hide);
    void this.save();
  }

  /** Something is different now: it is kept here at once, and saved in a moment. */
  changed(): void {
    if (isSameContent(this.page.content(), this.base)) return this.settle();
    this.changedAt = Date.now();
    void this.keep();
    if (!this.saving) this.page.show({ name: 'unsaved', reason: this.loss && lossReasons[this.loss] });
    this.schedule(delay);
  }

  /**
   * Saves now. Ends when what was there at the time of the call is saved, or can't be.
   *
   * @returns Whether the server has what was here, and what it was merged with.
   */
  async save(): Promise<boolean> {
    const before = this.savedCount;
    await this.attempt();
    // What the server had was brought together with what is here, which is new to it.
    for (let round = 0; round < mostMerges && this.isMerged; round++) await this.attempt();
    return !this.isWaitingForChoice && (this.savedCount > before || isSameContent(this.page.content(), this.base));
  }

  private async attempt(): Promise<void> {
    window.clearTimeout(this.timer);
    this.isMerged = false;
    if (this.isWaitingForChoice) return;
    while (this.saving) await this.saving;
    if (this.isReleased) return;
    if (isSameContent(this.page.content(), this.base)) return this.settle();
    this.saving = this.saveOnce().finally(() => (this.saving = null));
    await this.saving;
    const content = this.page.content();
    if (this.isClosed || this.timer !== undefined || this.isWaitingForChoice || isSameContent(content, this.base)) return;
    if (!this.refused || !isSameContent(content, this.refused)) this.schedule(delay);
  }

  /** Keeps what is here in place of what the server has. */
  overwrite(theirs: Diagram): void {
    this.isWaitingForChoice = false;
    this.rebase(theirs);
    void this.save();
  }

  /** Keeps what the server has. */
  adopt(theirs: Diagram): void {
    this.isWaitingForChoice = false;
    this.rebase(theirs);
    this.page.take(this.base);
    this.settle();
  }

  /**
   * Has what is here made elsewhere. From then on it is neither saved nor kept here; until then, and if that fails, it is.
   *
   * @param make Gets what is here as it is kept, and ends when it is safe.
   */
  async copyElsewhere<Made>(make: (draft: Draft) => Promise<Made>): Promise<Made> {
    const draft = this.draft();
    const made = await make(draft);
    // What was changed meanwhile is not in the copy.
    if (!isSameContent(this.page.content(), draft.content)) return made;
    this.isReleased = true;
    window.clearTimeout(this.timer);
    await dropDraft(draft.id, draft.writer);
    return made;
  }

  private async saveOnce(): Promise<void> {
    const content = this.page.content();
    this.timer = undefined;
    this.refused = null;
    this.noteSent(content);
    void this.keep();
    this.page.show({ name: 'saving' });
    try {
      const saved = await updateDiagram(this.diagram.id, this.revision, differences(this.base, content));
      this.revision = saved.revision;
      this.base = content;
      this.savedCount++;
      this.pause = delay;
      this.sent = [];
      this.lose(null);
      if (isSameContent(this.page.content(), content)) return this.settle();
      void this.keep();
      this.page.show({ name: 'unsaved', reason: null });
    } catch (error) {
      this.failed(error, content);
    }
  }

  private failed(error: unknown, content: Content): void {
    // What is kept here is brought back when the diagram is opened again, by a saver that knows what has happened since.
    if (this.isClosed) return this.tellWhoHasLeft(error);
    const isLater = isTemporary(error) || statusOf(error) === 401;
    // Whoever can't be reached has not said anything about it.
    if (!isLater) this.lose(lossOf(error));
    if (axios.isAxiosError(error) && error.response?.status === 412) {
      this.bringTogether(this.base, this.page.content(), (error.response.data as Conflict).current);
    } else if (isLater) {
      this.page.show({ name: 'unsaved', reason: texts.canvas.offline });
      this.pause = Math.min(this.pause * 2, longestPause);
      this.schedule(this.pause);
    } else {
      this.refused = content;
      this.page.show({ name: 'unsaved', reason: this.loss ? lossReasons[this.loss] : refusalOf(error) });
    }
  }

  /** Whoever has gone elsewhere does not see what becomes of the last changes. */
  private tellWhoHasLeft(error: unknown): void {
    if (this.isTold || !lossOf(error)) return;
    this.isTold = true;
    const { id, name } = this.diagram;
    const { notSavedOf, show } = texts.ownCopy;
    toast(notSavedOf(name), { isError: true, action: { label: show, run: () => navigate(addressOfShared(id)) } });
  }

  private lose(loss: Loss | null): void {
    if (loss === this.loss) return;
    this.loss = loss;
    this.page.lose(loss);
  }

  private bringTogether(base: Content, mine: Content, diagram: Diagram, isUnclear = false): void {
    const theirs = contentOf(diagram);
    // The answer to an earlier attempt got lost: what the server has is one's own.
    if (isSameContent(mine, theirs) || this.sent.some((one) => isSameContent(one, theirs))) {
      this.rebase(diagram);
      return this.changed();
    }
    const source = isUnclear ? null : merge(base.source, mine.source, theirs.source);
    if (source === null) {
      this.isWaitingForChoice = true;
      this.page.show({ name: 'unsaved', reason: texts.canvas.conflict });
      if (!isSameContent(this.page.content(), mine)) this.page.take(mine);
      return this.page.ask(diagram);
    }
    this.rebase(diagram);
    this.page.take({
      name: mine.name === base.name ? theirs.name : mine.name,
      source,
      layout: mergeLayouts(base.layout, mine.layout, theirs.layout),
    });
    toast(texts.canvas.merged);
    this.isMerged = true;
    this.changed();
  }

  private noteSent(content: Content): void {
    this.sent = [...this.sent.slice(-4), content];
  }

  private rebase(theirs: Diagram): void {
    this.sent = [];
    this.revision = theirs.revision;
    this.base = contentOf(theirs);
  }

  private settle(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    void dropDraft(this.diagram.id, this.writer.id);
    this.lose(null);
    this.page.show({ name: 'saved' });
    void Promise.resolve(this.saving).then(() => this.recoverNext());
  }

  private keep(): Promise<void> {
    return this.isReleased ? Promise.resolve() : keepDraft(this.draft());
  }

  private draft(): Draft {
    const { revision, base, sent, userId, changedAt } = this;
    const { id, kind } = this.diagram;
    return { id, userId, writer: this.writer.id, kind, changedAt, revision, base, content: this.page.content(), sent };
  }

  private schedule(time: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), time);
  }

  private readonly retry = (): void => {
    if (!isSameContent(this.page.content(), this.base)) void this.save();
  };

  private readonly hide = (): void => {
    if (document.visibilityState === 'hidden') this.retry();
  };

  /** The page is about to go: what is kept here may wait, but perhaps the server can still have it. */
  private readonly leave = (): void => {
    const content = this.page.content();
    if (isSameContent(content, this.base) || this.isWaitingForChoice || this.isReleased) return;
    this.noteSent(content);
    void this.keep();
    sendLastUpdate(this.diagram.id, this.revision, differences(this.base, content));
  };
}

/** Why the server refuses what it may take when it is another. */
function refusalOf(error: unknown): string {
  const isSaid = statusOf(error) === 422 || statusOf(error) === 403;
  return isSaid ? messageOf(error) : texts.canvas.refused;
}
