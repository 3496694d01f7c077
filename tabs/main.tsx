import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { hashOf, routeOfLink } from '#shared/contract/tabAddress.ts';
import { createApi } from './remote/api.ts';
import { App } from './shell/App.tsx';
import { goBack, keepTrail } from './shell/route.ts';
import { enterTeams, onTeamsBack, sayLoaded, teamsTokens } from './shell/teams.ts';
import { forgetOld } from './typed/typed.ts';

/** The policy allows only styles that carry this reply's nonce; the browser hides it from `content`. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const renderer = createDOMRenderer(
  document,
  nonce === '' ? {} : { styleElementAttributes: { nonce } },
);

const start = async (): Promise<void> => {
  const root = document.getElementById('root');
  if (!root) throw new Error('#root is missing');
  const host = await enterTeams();
  if (host.type === 'teams') {
    const place = routeOfLink(host.place);
    if (place !== null && window.location.hash.length <= 2) window.location.hash = hashOf(place);
    onTeamsBack(goBack);
    sayLoaded();
  }
  forgetOld(Date.now());
  keepTrail();
  createRoot(root).render(
    <RendererProvider renderer={renderer} targetDocument={document}>
      <App host={host} api={createApi(teamsTokens())} />
    </RendererProvider>,
  );
};

void start();
