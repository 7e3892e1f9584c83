import type { Drawer, Drawing, DrawingRequest } from '../engine/Drawing';

/** How long the keys have to rest before the picture of a large diagram is put into the page, in milliseconds. */
const rest = 250;

/** Draws a large diagram in the background while somebody types. */
export class LateDrawing {
  private timer: number | undefined;

  constructor(private readonly drawer: Drawer) {}

  /** @param request Of the moment in which the keys rest. */
  begin(request: () => DrawingRequest, done: (source: string, drawing: Drawing) => void): void {
    this.forget();
    this.timer = window.setTimeout(() => {
      const asked = request();
      this.drawer.draw(asked, (drawing) => done(asked.source, drawing));
    }, rest);
  }

  forget(): void {
    window.clearTimeout(this.timer);
  }

  close(): void {
    this.forget();
    this.drawer.close();
  }
}
