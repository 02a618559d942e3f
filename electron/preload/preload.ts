import { contextBridge } from 'electron';

contextBridge.exposeInMainWorld('meander', {});
