export * from './csv';
export * from './exporter';
export * from './geojson';
export * from './run-export';
