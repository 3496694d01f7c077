import { useLayoutEffect, useState } from 'react';

/** Marks when a page's first picture was asked for and when it stood there, for whoever measures. */
export const useFirstPaint = (page: 'board' | 'list' | 'money' | 'plan'): void => {
  useState(() => performance.mark(`${page}:data`));
  useLayoutEffect(() => {
    requestAnimationFrame(() => {
      setTimeout(() => performance.mark(`${page}:painted`), 0);
    });
  }, [page]);
};
