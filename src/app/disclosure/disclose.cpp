#include "app/disclosure/disclose.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "base/text.hpp"
#include "platform/copies/rows.hpp"

namespace kith::app {

namespace {

using copies::Cell;
using copies::Cells;

std::string as_bytes(PersonId person) {
    return {reinterpret_cast<char const*>(person.bytes.data()), person.bytes.size()};
}

class Disclosure {
public:
    Disclosure(sql::Transaction& transaction, Promise const& promise, PersonId person, Line const& line)
        : rows_{transaction}, promise_{promise}, person_{as_bytes(person)}, line_{line} {}

    void print() {
        if (auto const differ = differences(promise_, rows_.tables()); !differ.empty())
            throw std::runtime_error{differ.front()};
        std::string nothing;
        for (auto const& promised : promise_.tables)
            if (!promised.theirs_by.empty() && print_table(promised) == 0)
                nothing += (nothing.empty() ? "" : ", ") + promised.name;
        if (!nothing.empty()) line_(fmt::format("\nNothing of theirs stands in: {}.", nothing));
        std::string nobodys;
        for (auto const& promised : promise_.tables)
            if (promised.theirs_by.empty()) nobodys += (nobodys.empty() ? "" : ", ") + promised.name;
        line_(fmt::format("About nobody, and not printed: {}.", nobodys));
        line_(fmt::format("\nBeside the tables\n{}", promise_.beside));
    }

private:
    std::int64_t print_table(PromisedTable const& promised) {
        auto const& table = table_called(promised.name);
        auto const keys = keys_for(promised);
        std::int64_t count = 0;
        rows_.each(table, [&](Cells& cells) {
            if (!is_theirs(promised, table, cells, keys)) return;
            if (++count == 1) line_(fmt::format("\n{}\n{}", promised.name, promised.sentence));
            line_(fmt::format("  {}.", count));
            for (std::size_t i = 0; i < cells.size(); ++i) {
                auto const& column = column_called(promised, table.columns[i].name);
                line_(fmt::format("    {} = {}", column.name, said(column, table, cells, i)));
            }
        });
        return count;
    }

    std::string said(PromisedColumn const& column, sql::Table const& table, Cells const& cells, std::size_t at) const {
        auto const& cell = cells[at];
        if (cell.null) return "nothing";
        switch (column.stands) {
            case Stands::person: return is_person(cell) ? "this person" : "somebody else";
            case Stands::digest: return "(only a digest)";
            case Stands::sealed: return fmt::format("(sealed, {} bytes)", cell.bytes.size());
            case Stands::not_printed: return fmt::format("(readable, not printed: {} bytes)", cell.bytes.size());
            case Stands::readable: break;
        }
        if (!column.words_of.empty() && !is_person(cells[place_of(table, column.words_of)]))
            return cell.bytes.empty() ? "\"\"" : "(words of somebody else: readable, not printed)";
        return shown(table.columns[at], cell);
    }

    static std::string shown(sql::Column const& column, Cell const& cell) {
        if (column.type == sql::Value::Type::text) return fmt::format("\"{}\"", text::many_lines(cell.bytes));
        if (column.type == sql::Value::Type::blob) {
            if (cell.bytes.size() != id_bytes) return fmt::format("({} bytes)", cell.bytes.size());
            Id<void> id;
            std::ranges::copy(cell.bytes, id.bytes.begin());
            return id.text();
        }
        bool const is_time = column.name.ends_with("_at") || column.name.ends_with("_on") || column.name == "since" ||
                             column.name.ends_with("ly_from");
        return is_time ? iso({cell.integer}) : std::to_string(cell.integer);
    }

    // The keys of rows that are theirs, of each table that a rule leads to.
    using Keys = std::vector<std::set<std::string> const*>;
    Keys keys_for(PromisedTable const& promised) {
        Keys keys;
        for (auto const& rule : promised.theirs_by)
            keys.push_back(rule.table.empty() ? nullptr : &keys_of(rule.table, rule.key));
        return keys;
    }

    std::set<std::string> const& keys_of(std::string const& name, std::string const& key) {
        auto const [found, is_new] = keys_.try_emplace({name, key});
        if (!is_new) return found->second;
        auto const& table = table_called(name);
        auto const& promised = *std::ranges::find(promise_.tables, name, &PromisedTable::name);
        auto const place = place_of(table, key);
        auto const keys = keys_for(promised);
        rows_.each(table, [&](Cells& cells) {
            if (is_theirs(promised, table, cells, keys)) found->second.insert(cells[place].bytes);
        });
        return found->second;
    }

    bool is_theirs(PromisedTable const& promised, sql::Table const& table, Cells const& cells, Keys const& keys) const {
        for (std::size_t i = 0; i < promised.theirs_by.size(); ++i) {
            auto const& cell = cells[place_of(table, promised.theirs_by[i].column)];
            if (!cell.null && (keys[i] ? keys[i]->contains(cell.bytes) : is_person(cell))) return true;
        }
        return false;
    }

    bool is_person(Cell const& cell) const { return !cell.null && cell.bytes == person_; }

    sql::Table const& table_called(std::string const& name) {
        return *std::ranges::find(rows_.tables(), name, &sql::Table::name);
    }
    static std::size_t place_of(sql::Table const& table, std::string const& column) {
        auto const found = std::ranges::find(table.columns, column, &sql::Column::name);
        return static_cast<std::size_t>(found - table.columns.begin());
    }
    static PromisedColumn const& column_called(PromisedTable const& promised, std::string const& name) {
        return *std::ranges::find(promised.columns, name, &PromisedColumn::name);
    }

    copies::DatabaseRows rows_;
    Promise const& promise_;
    std::string person_;
    Line const& line_;
    std::map<std::pair<std::string, std::string>, std::set<std::string>> keys_;
};

}  // namespace

void disclose(sql::Transaction& transaction, Promise const& promise, PersonId person, Line const& line) {
    Disclosure{transaction, promise, person, line}.print();
}

}  // namespace kith::app
