import { readPlace } from './address.ts';
import { startShell } from './shell.ts';
import { tenantApi } from './tenantApi.ts';
import { words } from './words.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the app');

document.title = words.title;
document.documentElement.dataset['theme'] = readPlace(location.search).theme;
const [people, settings] = await Promise.all([tenantApi.people(), tenantApi.settings()]);
await startShell(root, people, settings);
