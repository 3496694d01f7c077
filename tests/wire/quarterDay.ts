// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back.
type Say = (as: string | null, call: string, body?: unknown) => Promise<any>;

/** The chefgruppe's meeting from its agenda to its minutes, and what is no business of theirs. */
export const meetingQuarterly = async (say: Say): Promise<void> => {
  const day = '2027-01-14';
  await say('nobody', 'GET /api/quarters');
  await say('digitek', 'POST /api/quarters', { day });
  await say('consultant', 'POST /api/quarters', { day: 'i morgen' });
  await say('consultant', 'POST /api/quarters', { day });
  await say('chef-omsorg', 'GET /api/quarters/2027-01-15');
  await say('nobody', `GET /api/quarters/${day}`);
  let seen = 0;
  const move = async (as: string, given: object) => {
    const body = await say(as, `POST /api/quarters/${day}/moves`, { seen, given });
    seen = body.revision ?? seen;
    return body;
  };
  await move('chef-omsorg', { type: 'send' });
  await move('consultant', { type: 'time', point: 'pools', minutes: 99 });
  await move('consultant', { type: 'time', point: 'pools', minutes: 9 });
  await move('consultant', { type: 'add', title: 'Besøg i Aarhus', minutes: 4 });
  await move('consultant', { type: 'send' });
  await move('digitek', { type: 'reschedule', day: '2027-01-18' });
  await move('consultant', { type: 'reschedule', day: '2027-01-16' });
  await say('chef-omsorg', `GET /api/quarters/${day}`);
  await say('chef-omsorg', `GET /api/quarters/${day}/word`);
  await say('chef-omsorg', `GET /api/quarters/${day}/slides`);
  await move('consultant', { type: 'begin', present: 'Chefgruppen' });
  await move('consultant', { type: 'open', point: 'pools' });
  await move('chef-social', { type: 'note', point: 'pools', text: 'Puljen rækker året ud.' });
  await move('consultant', {
    ...{ type: 'prioritise', projectId: 'p1', priority: 'medium', why: 'Lille målgruppe' },
  });
  await move('consultant', { type: 'end' });
  await say('chef-omsorg', 'GET /api/requests?waitingFor=me');
  await move('chef-social', { type: 'approve', version: 1 });
  await move('chef-omsorg', { type: 'propose', version: 1, text: 'Kun til sommer.' });
  await say('chef-sundhed', `GET /api/quarters/${day}`);
  await say('consultant', 'GET /api/quarters');
};
