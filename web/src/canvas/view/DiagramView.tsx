import { useEffect, useRef } from 'react';
import type { Diagram } from '../../api/schema';
import { Problem } from '../../components/Problem';
import { Waiting } from '../../components/Waiting';
import { texts } from '../../texts';
import { showPicture } from '../picture/showPicture';
import { useDrawing } from './useDrawing';

type Props = { readonly diagram: Pick<Diagram, 'kind' | 'name' | 'source' | 'layout'>; readonly hasSource?: boolean };

/** A diagram that can only be looked at: its picture in the visitor's colours, its source, and what is wrong with that. */
export function DiagramView({ diagram, hasSource = true }: Props): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const { drawing, error } = useDrawing(diagram);
  useEffect(() => {
    if (drawing && container.current) showPicture(container.current, drawing.picture);
  }, [drawing]);

  if (error) return <Problem text={error} />;
  return (
    <div className={hasSource ? 'view' : 'view view-picture-only'}>
      {hasSource && (
        <div className="view-text">
          <pre tabIndex={0} aria-label={texts.sharing.history.source}>
            {diagram.source}
          </pre>
          {drawing && drawing.diagnostics.length > 0 && (
            <ul aria-label={texts.canvas.problems}>
              {drawing.diagnostics.slice(0, 50).map((one, index) => (
                <li key={index}>
                  {texts.canvas.line(one.line)}: {one.message}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className="view-picture" tabIndex={0} role="img" aria-label={diagram.name} ref={container} />
      {!drawing && <Waiting text={texts.canvas.loading} />}
    </div>
  );
}
