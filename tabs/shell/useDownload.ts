import { useState } from 'react';
import type { Api } from '../remote/api.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { nothingSaid, type Said } from './GreyPage.tsx';
import { saveFile } from './saveFile.ts';

/** Fetches a workbook for the person to keep; what hindered it is said. */
export const useDownload = (onSaid: (said: Said) => void) => {
  const api = useApi();
  const [exporting, setExporting] = useState(false);
  const download = async (address: Parameters<Api['file']>[0], name: string): Promise<void> => {
    setExporting(true);
    onSaid(nothingSaid);
    const file = await api.file(address);
    setExporting(false);
    if (file.type === 'done') saveFile(file.value, name);
    else if (file.type === 'failed') onSaid({ text: file.message, isProblem: true });
  };
  return { exporting, download };
};
