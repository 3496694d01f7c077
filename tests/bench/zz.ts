import { chromium } from 'playwright-core';
import { tabSizeOf } from './tabSize.ts';
import { openBoard, serveBoard } from './tabPages.ts';
import { readFileSync } from 'node:fs';
const src = readFileSync('/work/wt/list/tests/bench/tab.ts','utf8');
const typeAndWait = /const typeAndWait = `([\s\S]*?)`;/.exec(src)![1]!;
console.log('base', tabSizeOf('/tmp/list-base/dist/tab')); console.log('now', tabSizeOf('/work/wt/list/dist/tab'));
const browser = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']});
const med=(t:number[])=>[...t].sort((a,b)=>a-b)[Math.floor(t.length/2)]!;
for (const [dist,place] of [['/tmp/list-base/dist/tab',''],['/work/wt/list/dist/tab',''],['/work/wt/list/dist/tab','/#/liste'],['/work/wt/list/dist/tab','/#/liste?grupper=ingen&sorter=navn']] as const) for (const size of [5000, 50000]) {
  const server = await serveBoard(dist, size);
  const { page, frame } = await openBoard(browser, server.url + place);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable',{timeDomain:'threadTicks'});
  const cpu = async()=>{const m=(await cdp.send('Performance.getMetrics')).metrics; return m.find(x=>x.name==='TaskDuration')!.value*1000;};
  await page.waitForTimeout(4000);
  const times=[], cpus=[];
  for (const text of ['v', 'vej', 'n', 'nøgle', 't', 'tele', 'o', 'online', 'd', 'digi']) {
    const c=await cpu();
    times.push(Number(await frame.evaluate(`(${typeAndWait.replace("[data-board]","[data-board], [data-list]")})(${JSON.stringify(text)})`)));
    cpus.push(await cpu()-c);
    await page.waitForTimeout(60);
  }
  console.log(dist.includes('base')?'BASE':'NOW ', place||'board', size, 'wall', Math.round(med(times)), 'cpu', Math.round(med(cpus)), '|', cpus.map(Math.round).join(' '));
  await page.close(); await server.close();
}
await browser.close();
