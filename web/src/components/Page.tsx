import { useEffect, type ReactNode } from 'react';
import { texts } from '../texts';
import { Header } from './Header';

/** A page with the header above it. */
export function Page({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  useEffect(() => {
    document.title = `${title} · ${texts.product}`;
  }, [title]);
  return (
    <>
      <Header />
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
