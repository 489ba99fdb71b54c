import listTasksOperation from "./list-tasks.ts";

export const operations = [listTasksOperation] as const;
