import { Link } from '../components/Link';
import { Page } from '../components/Page';
import { texts } from '../texts';

export function NotFoundPage(): JSX.Element {
  return (
    <Page title={texts.notFound.title}>
      <section className="empty">
        <h1>{texts.notFound.title}</h1>
        <p>
          <Link to="/" className="button">
            {texts.notFound.back}
          </Link>
        </p>
      </section>
    </Page>
  );
}
