import { lazy } from 'react';
import type { UserResponse } from './api/schema';
import { AccountPage } from './pages/AccountPage';
import { HomePage } from './pages/HomePage';
import { NotFoundPage } from './pages/NotFoundPage';
import { ProjectPage } from './pages/ProjectPage';
import { SearchPage } from './pages/SearchPage';
import { TrashPage } from './pages/TrashPage';
import { match } from './router';

const CanvasPage = lazy(() => import('./canvas/CanvasPage'));

/** The pages for people who are signed in. */
export default function SignedInApp({ path, user }: { path: string; user: UserResponse }): JSX.Element {
  const project = match('/projects/:id', path);
  const diagram = match('/projects/:project/diagrams/:id', path);
  if (path === '/') return <HomePage />;
  if (path === '/trash') return <TrashPage />;
  if (path === '/search') return <SearchPage />;
  if (path === '/account') return <AccountPage user={user} />;
  if (project?.['id']) return <ProjectPage key={project['id']} id={project['id']} />;
  if (diagram?.['id']) return <CanvasPage key={diagram['id']} id={diagram['id']} project={diagram['project'] ?? ''} userId={user.id} />;
  return <NotFoundPage />;
}
