import { useEffect, useRef } from 'react';
import { showPicture } from '../picture/showPicture';

/** A picture of a comparison, with its name above it. */
export function ComparedPicture({ title, picture }: { title: string; picture: string }): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (container.current) showPicture(container.current, picture);
  }, [picture]);
  return (
    <figure className="compared">
      <figcaption>{title}</figcaption>
      <div className="view-picture" tabIndex={0} role="img" aria-label={title} ref={container} />
    </figure>
  );
}
