import { paperWord } from '#shared/word/paperWord.ts';
import { allAnswered, aPaper } from '../builders/paper.ts';

/*
 * The Word document of a paper of twenty pages, in a process of its own: what of the processor it
 * took, also the first time, and what the process came to hold by it.
 */

const printed = aPaper('projectDescription', allAnswered('projectDescription', 640));
const megabyte = 1_024 * 1_024;
const before = process.memoryUsage.rss();
const began = process.cpuUsage();
const { bytes } = await paperWord(printed);
const { user, system } = process.cpuUsage(began);
const { maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    s: (user + system) / 1_000_000,
    mb: Math.max(0, maxRSS / 1_024 - before / megabyte),
    bytes: bytes.length,
  }),
);
