// SQL and its libraries. Cursors of the DB-API are alike: `execute`, `executemany`, then `fetch…`.

import {
  cleaner,
  concept,
  everyCall,
  everySource,
  libraryClass,
  type Row,
  returns,
  source,
  twin,
  under,
} from '../model.ts';

/** Modules of the DB-API (PEP 249): what `connect` gives, and its cursor. */
const drivers: readonly (readonly [connect: string, connection: string, cursor: string])[] = [
  ['psycopg2.connect', 'psycopg2.extensions.connection', 'psycopg2.extensions.cursor'],
  ['psycopg.connect', 'psycopg.Connection', 'psycopg.Cursor'],
  ['pymysql.connect', 'pymysql.connections.Connection', 'pymysql.cursors.Cursor'],
  ['MySQLdb.connect', 'MySQLdb.connections.Connection', 'MySQLdb.cursors.Cursor'],
  ['mysql.connector.connect', 'mysql.connector.connection.MySQLConnection', 'mysql.connector.cursor.MySQLCursor'],
  ['pyodbc.connect', 'pyodbc.Connection', 'pyodbc.Cursor'],
  ['pymssql.connect', 'pymssql.Connection', 'pymssql.Cursor'],
  ['cx_Oracle.connect', 'cx_Oracle.Connection', 'cx_Oracle.Cursor'],
  ['oracledb.connect', 'oracledb.Connection', 'oracledb.Cursor'],
  [
    'snowflake.connector.connect',
    'snowflake.connector.SnowflakeConnection',
    'snowflake.connector.cursor.SnowflakeCursor',
  ],
  ['duckdb.connect', 'duckdb.DuckDBPyConnection', 'duckdb.DuckDBPyConnection'],
  ['aiosqlite.connect', 'aiosqlite.Connection', 'aiosqlite.Cursor'],
  ['pysqlite3.connect', 'pysqlite3.Connection', 'pysqlite3.Cursor'],
];

const driverRows = (): Row[] =>
  drivers.flatMap(([connect, connection, cursor]) => [
    ...[...new Set([connection, cursor])].map((name) => libraryClass(name)),
    returns(connect, connection),
    ...(connection === cursor ? [] : [returns(`${connection}.cursor`, cursor)]),
    ...everyCall('database-execute', under(cursor, 'execute executemany'), undefined, 0),
    ...(connection === cursor
      ? []
      : everyCall('database-execute', under(connection, 'execute executemany'), undefined, 0)),
    ...everySource('stored', under(cursor, 'fetchone fetchmany fetchall'), 'a database row'),
    // for row in cursor
    source(`${cursor}[]`, 'stored', 'a database row'),
    source(`${cursor}.execute`, 'stored', 'a database row'),
    ...(connection === cursor ? [] : [source(`${connection}.execute`, 'stored', 'a database row')]),
  ]);

const sqlalchemy = (): Row[] => [
  twin('sqlalchemy.sql.text', 'sqlalchemy.text'),
  twin('sqlalchemy.sql.expression.text', 'sqlalchemy.text'),
  twin('sqlalchemy.sql.expression.literal_column', 'sqlalchemy.literal_column'),
  twin('sqlalchemy.engine.create_engine', 'sqlalchemy.create_engine'),
  twin('sqlmodel.Session', 'sqlalchemy.orm.Session'),
  twin('flask_sqlalchemy.session.Session', 'sqlalchemy.orm.Session'),
  libraryClass('sqlalchemy.engine.Engine'),
  libraryClass('sqlalchemy.engine.Connection'),
  libraryClass('sqlalchemy.orm.Session'),
  libraryClass('sqlalchemy.ext.asyncio.AsyncConnection', 'sqlalchemy.engine.Connection'),
  returns('sqlalchemy.create_engine', 'sqlalchemy.engine.Engine'),
  ...under('sqlalchemy.engine.Engine', 'connect begin').map((name) => returns(name, 'sqlalchemy.engine.Connection')),
  ...everyCall('database-text', ['sqlalchemy.text', 'sqlalchemy.literal_column'], 'text', 0),
  ...everyCall(
    'database-execute',
    ['sqlalchemy.engine.Engine.execute', 'sqlalchemy.engine.Connection.execute', 'sqlalchemy.orm.Session.execute'],
    'statement',
    0,
  ),
  concept('sqlalchemy.engine.Connection.exec_driver_sql', 'database-execute', 'statement', 0),
  concept('sqlalchemy.PickleType', 'deserialize'),
  twin('sqlalchemy.ext.asyncio.AsyncSession', 'sqlalchemy.orm.Session'),
  twin('sqlalchemy.orm.session.Session', 'sqlalchemy.orm.Session'),
  ...everySource(
    'stored',
    [
      ...under('sqlalchemy.orm.Session', 'query execute scalar scalars get get_one refresh exec'),
      ...under('sqlalchemy.engine.Connection', 'execute scalar scalars exec_driver_sql'),
      'sqlalchemy.engine.Engine.execute',
      // Session = sessionmaker(bind=engine); Session().query(User)
      'sqlalchemy.orm.sessionmaker()()',
      'sqlalchemy.orm.scoped_session()',
      'sqlalchemy.ext.asyncio.async_sessionmaker()()',
      'flask_sqlalchemy.SQLAlchemy().session',
      'flask_sqlalchemy.SQLAlchemy.session',
      'flask_sqlalchemy.model.Model.query',
    ],
    'a database row',
  ),
  libraryClass('flask_sqlalchemy.SQLAlchemy'),
  libraryClass('flask_sqlalchemy.model.Model'),
  libraryClass('flask_sqlalchemy.SQLAlchemy.Model', 'flask_sqlalchemy.model.Model'),
];

export const databases = (): readonly Row[] => [
  ...driverRows(),
  ...sqlalchemy(),
  libraryClass('asyncpg.connection.Connection'),
  libraryClass('asyncpg.pool.Pool'),
  returns('asyncpg.connect', 'asyncpg.connection.Connection'),
  returns('asyncpg.create_pool', 'asyncpg.pool.Pool'),
  ...['asyncpg.connection.Connection', 'asyncpg.pool.Pool'].flatMap((owner) =>
    everyCall('database-execute', under(owner, 'execute executemany fetch fetchrow fetchval cursor'), 'query', 0),
  ),
  ...['asyncpg.connection.Connection', 'asyncpg.pool.Pool'].flatMap((owner) =>
    everySource('stored', under(owner, 'fetch fetchrow fetchval cursor'), 'a database row'),
  ),
  ...everyCall('database-text', ['psycopg2.sql.SQL', 'psycopg.sql.SQL'], undefined, 0),
  ...everyCall(
    'database-identifier',
    ['psycopg2.sql.Identifier', 'psycopg.sql.Identifier', 'psycopg2.extensions.quote_ident'],
    undefined,
    0,
  ),
  cleaner('psycopg2.sql.Identifier', 'sql'),
  cleaner('psycopg2.sql.Literal', 'sql'),
  cleaner('psycopg.sql.Identifier', 'sql'),
  cleaner('psycopg.sql.Literal', 'sql'),
  cleaner('psycopg2.extensions.quote_ident', 'sql'),
  libraryClass('peewee.Model'),
  ...everySource(
    'stored',
    under('peewee.Model', 'select get get_or_none get_by_id get_or_create raw'),
    'a database row',
  ),
  ...everySource(
    'stored',
    ['pymongo.MongoClient', 'pymongo.AsyncMongoClient', 'motor.motor_asyncio.AsyncIOMotorClient'],
    'a stored document',
  ),
  ...['pymongo.MongoClient', 'pymongo.AsyncMongoClient', 'motor.motor_asyncio.AsyncIOMotorClient'].map((name) =>
    libraryClass(name),
  ),
  ...everySource('stored', under('pandas', 'read_sql read_sql_query read_sql_table'), 'database rows'),
  ...everyCall('database-execute', ['pandas.read_sql', 'pandas.read_sql_query'], 'sql', 0),
  concept('peewee.RawQuery', 'database-text', 'sql', 0),
  concept('peewee.SQL', 'database-text', 'sql', 0),
  concept('peewee.Database.execute_sql', 'database-execute', 'sql', 0),
  ...everyCall(
    'database-execute',
    ['records.Database.query', 'databases.Database.execute', 'databases.Database.fetch_all'],
    'query',
    0,
  ),
  ...everyCall('database-execute', ['neo4j.Session.run', 'neo4j.Transaction.run'], 'query', 0),
  ...everyCall(
    'database-execute',
    ['cassandra.cluster.Session.execute', 'google.cloud.bigquery.Client.query'],
    'query',
    0,
  ),
  ...['peewee.Database', 'records.Database', 'databases.Database', 'neo4j.Session', 'google.cloud.bigquery.Client'].map(
    (name) => libraryClass(name),
  ),
];
