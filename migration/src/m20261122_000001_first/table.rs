//! A table as a list of columns, a key, constraints and indexes, written the same way for both databases.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

struct IndexSpec {
    name: &'static str,
    columns: &'static [&'static str],
    unique: bool,
    only_where: Option<&'static str>,
}

struct ReferenceSpec {
    columns: &'static [&'static str],
    table: &'static str,
    table_columns: &'static [&'static str],
}

/// What a table consists of.
pub(super) struct TableSpec {
    name: &'static str,
    columns: Vec<ColumnDef>,
    key: &'static [&'static str],
    indexes: Vec<IndexSpec>,
    references: Vec<ReferenceSpec>,
}

macro_rules! columns {
    ($( $name:ident => $method:ident, $null:ident; )+) => {$(
        pub(super) fn $name(mut self, column: &'static str) -> Self {
            self.columns.push(ColumnDef::new(column).$method().$null().take());
            self
        }
    )+};
}

impl TableSpec {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, columns: Vec::new(), key: &[], indexes: Vec::new(), references: Vec::new() }
    }

    columns! {
        uuid => uuid, not_null;
        uuid_null => uuid, null;
        text => text, not_null;
        text_null => text, null;
        bytes => blob, not_null;
        bytes_null => blob, null;
        at => timestamp_with_time_zone, not_null;
        at_null => timestamp_with_time_zone, null;
        day => date, not_null;
        day_null => date, null;
        int => integer, not_null;
        int_null => integer, null;
        big => big_integer, not_null;
        big_null => big_integer, null;
        bool => boolean, not_null;
    }

    pub(super) fn key(mut self, columns: &'static [&'static str]) -> Self {
        self.key = columns;
        self
    }

    pub(super) fn unique(
        self,
        name: &'static str,
        columns: &'static [&'static str],
        only_where: Option<&'static str>,
    ) -> Self {
        self.add_index(IndexSpec { name, columns, unique: true, only_where })
    }

    pub(super) fn index(
        self,
        name: &'static str,
        columns: &'static [&'static str],
        only_where: Option<&'static str>,
    ) -> Self {
        self.add_index(IndexSpec { name, columns, unique: false, only_where })
    }

    fn add_index(mut self, index: IndexSpec) -> Self {
        self.indexes.push(index);
        self
    }

    pub(super) fn refers(
        mut self,
        columns: &'static [&'static str],
        table: &'static str,
        table_columns: &'static [&'static str],
    ) -> Self {
        self.references.push(ReferenceSpec { columns, table, table_columns });
        self
    }

    /// On SQLite a table with a composite key is stored in the order of that key, which spares a second tree; tables of
    /// large pieces are left as they are, since long rows make such a tree slow.
    fn stored_by_key(&self) -> bool {
        self.key.len() > 1 && !self.name.ends_with("_part")
    }

    pub(super) async fn create(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let mut table = Table::create();
        table.table(self.name);
        for column in &self.columns {
            table.col(column.clone());
        }
        let mut key = Index::create();
        key.primary();
        for column in self.key {
            key.col(*column);
        }
        table.primary_key(&mut key);
        for reference in &self.references {
            let mut foreign = ForeignKey::create();
            foreign.name(format!("{}_of_{}", self.name, reference.table)).to_tbl(reference.table).from_tbl(self.name);
            for (column, referred) in reference.columns.iter().zip(reference.table_columns) {
                foreign.from_col(*column).to_col(*referred);
            }
            table.foreign_key(&mut foreign);
        }
        if manager.get_database_backend() == DbBackend::Sqlite && self.stored_by_key() {
            table.extra("WITHOUT ROWID");
        }
        manager.create_table(table).await?;
        for index in &self.indexes {
            self.create_index(manager, index).await?;
        }
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.get_connection().execute_unprepared(&self.permissions()).await?;
        }
        Ok(())
    }

    /// Whether the rows belong to organisations, which is when the key begins with one.
    fn is_of_tenants(&self) -> bool {
        self.key.first() == Some(&"organisation_id")
    }

    /// Who may do what on PostgreSQL. Rows of organisations are guarded, from their owner too: one role sees those of the
    /// organisation that its transaction names, and fails where none is named; one sees all. A third loads in bulk, and can do
    /// nothing but add.
    fn permissions(&self) -> String {
        let name = self.name;
        let mut sql = format!(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON \"{name}\" TO recourse_tenant, recourse_service; \
             GRANT INSERT ON \"{name}\" TO recourse_loader;"
        );
        if self.is_of_tenants() {
            sql.push_str(&format!(
                "ALTER TABLE \"{name}\" ENABLE ROW LEVEL SECURITY; ALTER TABLE \"{name}\" FORCE ROW LEVEL SECURITY; \
                 CREATE POLICY one_organisation ON \"{name}\" TO recourse_tenant \
                 USING (organisation_id = current_setting('recourse.organisation')::uuid); \
                 CREATE POLICY every_organisation ON \"{name}\" TO recourse_service USING (true);"
            ));
        }
        sql
    }

    async fn create_index(&self, manager: &SchemaManager<'_>, index: &IndexSpec) -> Result<(), DbErr> {
        let mut statement = Index::create();
        statement.name(index.name).table(self.name);
        for column in index.columns {
            statement.col(*column);
        }
        if index.unique {
            statement.unique();
        }
        if let Some(condition) = index.only_where {
            statement.and_where(Expr::cust(condition));
        }
        manager.create_index(statement).await
    }

    pub(super) async fn drop(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(self.name).to_owned()).await
    }
}
