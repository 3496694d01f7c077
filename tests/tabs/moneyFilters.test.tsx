// @vitest-environment jsdom
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { filterOf } from '../../tabs/money/moneyAddress.ts';
import { PostingFilters } from '../../tabs/money/PostingFilters.tsx';
import { anEconomy } from '../builders/economy.ts';

afterEach(cleanup);

const show = (count: number) => {
  const onFilter = vi.fn();
  const projects = Array.from({ length: count }, (_, index) => ({
    id: `P${index}`,
    title: `Skærmbesøg ${index}`,
  }));
  render(
    <FluentProvider theme={teamsLightTheme}>
      <PostingFilters
        reply={anEconomy()}
        filter={filterOf('')}
        projects={projects}
        onFilter={onFilter}
      />
    </FluentProvider>,
  );
  return { onFilter, field: screen.getByLabelText('Projekt') };
};

describe('the project that postings are filtered by', () => {
  it('is chosen from a list when there are few', () => {
    const { field, onFilter } = show(140);
    fireEvent.change(field, { target: { value: 'P7' } });
    expect(onFilter).toHaveBeenCalledWith(expect.objectContaining({ project: 'P7' }));
  });

  it('is found by typing when there are very many, and let go again', () => {
    const { field, onFilter } = show(5_000);
    expect(document.querySelectorAll('option').length).toBeLessThan(60);
    fireEvent.change(field, { target: { value: 'skærmbesøg 123' } });
    expect(onFilter).not.toHaveBeenCalled();
    const offered = [...document.querySelectorAll('datalist option')];
    expect(offered.map((option) => option.getAttribute('value'))).toContain('Skærmbesøg 1234');
    fireEvent.change(field, { target: { value: '1234\u00a0 skaermbesoeg' } });
    expect(document.querySelectorAll('datalist option')).toHaveLength(1);
    fireEvent.change(field, { target: { value: 'Skærmbesøg 1234' } });
    expect(onFilter).toHaveBeenLastCalledWith(expect.objectContaining({ project: 'P1234' }));
    fireEvent.change(field, { target: { value: '' } });
    expect(onFilter).toHaveBeenLastCalledWith(expect.objectContaining({ project: '' }));
  });
});
