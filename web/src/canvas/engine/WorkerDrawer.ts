import type { Drawer, Drawing, DrawingRequest } from './Drawing';

/** Where `drawer.ts` is, which is built before the page. */
declare const drawerAddress: string;

type Wanted = { readonly request: DrawingRequest; readonly done: (drawing: Drawing) => void };

/** The engine in a worker. While it draws one diagram, only the last one that was asked for waits. */
export class WorkerDrawer implements Drawer {
  private worker: Worker | null = null;
  private current: Wanted | null = null;
  private next: Wanted | null = null;

  /** @param fail Gets what can't be drawn. */
  constructor(private readonly fail: (problem: string) => void) {}

  readonly draw = (request: DrawingRequest, done: (drawing: Drawing) => void): void => {
    this.next = { request, done };
    if (!this.current) this.begin();
  };

  readonly close = (): void => {
    this.worker?.terminate();
    this.worker = null;
    this.current = null;
    this.next = null;
  };

  private begin(): void {
    this.current = this.next;
    this.next = null;
    if (this.current) this.started().postMessage(this.current.request);
  }

  private started(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(drawerAddress);
    worker.onmessage = ({ data }: MessageEvent<{ drawing?: Drawing; problem?: string }>) => {
      const finished = this.current;
      this.current = null;
      if (data.drawing && !this.next) finished?.done(data.drawing);
      if (data.problem) this.fail(data.problem);
      this.begin();
    };
    worker.onerror = (event) => {
      this.close();
      this.fail(event.message);
    };
    this.worker = worker;
    return worker;
  }
}
