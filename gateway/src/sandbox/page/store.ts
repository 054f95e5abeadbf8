import { useSyncExternalStore } from 'react';

/** A value that several parts of the page share, outside the tree of components. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  /** The value for the screen: draws again when it changes. */
  use(): T;
}

/** Makes a store that holds this value at first. */
export function createStore<T>(first: T): Store<T> {
  const listeners = new Set<() => void>();
  let value = first;
  const get = () => value;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}
