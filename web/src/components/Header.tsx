import { useState, type FormEvent } from 'react';
import { useSession } from '../auth/useSession';
import { navigate, useAddress } from '../router';
import { texts } from '../texts';
import { Icon } from './Icon';
import { Link } from './Link';
import { Logo } from './Logo';
import { ThemeButton } from './ThemeButton';
import { signOut } from './signOut';

/** What stands above every page but the canvas. */
export function Header(): JSX.Element {
  const { path, query } = useAddress();
  const state = useSession();
  const [words, setWords] = useState(query.get('q') ?? '');

  function search(event: FormEvent): void {
    event.preventDefault();
    if (words.trim()) navigate(`/search?q=${encodeURIComponent(words.trim())}`);
  }

  const name = state.name === 'signedIn' ? state.user.name : '';
  return (
    <header className="header">
      <a className="skip" href="#content">
        {texts.skip}
      </a>
      <Link to="/" className="brand" aria-label={`${texts.product}: ${texts.header.home}`} aria-current={path === '/' ? 'page' : undefined}>
        <Logo />
        <span>{texts.product}</span>
      </Link>
      <form className="header-search" role="search" onSubmit={search}>
        <Icon name="search" />
        <input
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          aria-label={texts.header.search}
          placeholder={texts.header.search}
          maxLength={200}
        />
      </form>
      <nav aria-label={texts.header.main}>
        <Link to="/trash" className="nav-link" aria-current={path === '/trash' ? 'page' : undefined}>
          {texts.header.trash}
        </Link>
        <Link to="/account" className="nav-link" title={name} aria-current={path === '/account' ? 'page' : undefined}>
          {texts.header.account}
        </Link>
      </nav>
      <ThemeButton />
      <button type="button" className="button button-quiet" onClick={() => void signOut()}>
        {texts.header.signOut}
      </button>
    </header>
  );
}
