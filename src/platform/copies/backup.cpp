#include "platform/copies/backup.hpp"

#include <fmt/format.h>

#include <cstring>
#include <set>

#include "platform/copies/bytes.hpp"
#include "platform/copies/moment.hpp"
#include "platform/copies/pieces.hpp"

namespace kith::copies {

namespace {

constexpr char const* owner_name = "keys";  // whose backups these are: an id of the pair of keys

std::string_view view_of(ObjectName const& name) { return {reinterpret_cast<char const*>(name.data()), name.size()}; }

ObjectName read_name(BytesIn& in) {
    ObjectName name;
    std::memcpy(name.data(), in.raw(name.size()).data(), name.size());
    return name;
}

std::string as_bytes(Contents const& contents) {
    BytesOut out;
    out.number(static_cast<std::uint64_t>(contents.made_at.milliseconds));
    out.text(contents.engine);
    out.number(contents.tables.size());
    for (auto const& copy : contents.tables) {
        out.text(copy.table.name);
        out.number(copy.table.columns.size());
        for (auto const& column : copy.table.columns) {
            out.text(column.name);
            out.byte(static_cast<std::uint8_t>(column.type));
        }
        out.number(copy.table.key.size());
        for (auto const place : copy.table.key) out.number(place);
        out.number(copy.table.refers_to.size());
        for (auto const& name : copy.table.refers_to) out.text(name);
        out.number(copy.rows);
        out.number(copy.pieces.size());
        for (auto const& piece : copy.pieces) {
            out.raw(view_of(piece.name));
            out.number(piece.rows);
        }
    }
    return std::move(out.bytes);
}

TableCopy read_table(BytesIn& in) {
    TableCopy copy{};
    copy.table.name = in.text();
    for (auto count = in.number(); count > 0; --count) {
        std::string name{in.text()};
        auto const type = in.byte();
        if (type > static_cast<std::uint8_t>(sql::Value::Type::blob)) throw Damaged{"a column of no known type"};
        copy.table.columns.push_back({std::move(name), static_cast<sql::Value::Type>(type)});
    }
    for (auto count = in.number(); count > 0; --count) {
        copy.table.key.push_back(in.number());
        if (copy.table.key.back() >= copy.table.columns.size()) throw Damaged{"a key of columns that are not there"};
    }
    for (auto count = in.number(); count > 0; --count) copy.table.refers_to.emplace_back(in.text());
    copy.rows = in.number();
    for (auto count = in.number(); count > 0; --count) {
        auto const name = read_name(in);
        copy.pieces.push_back({name, in.number()});
    }
    return copy;
}

std::string get_backup(Store& store, std::string const& name) {
    auto bytes = store.get(name);
    if (!bytes) throw Damaged{fmt::format("{} is missing", name)};
    return std::move(*bytes);
}

std::string write_list(Store& store, WritingKey const& key, Contents const& contents,
                       std::vector<ObjectName> const& objects) {
    auto const name = fmt::format("{}{}", backups_beginning, exact(contents.made_at));
    BytesOut open;
    open.number(static_cast<std::uint64_t>(contents.made_at.milliseconds));
    for (auto const& object : objects) open.raw(view_of(object));
    auto const bytes = sealed_and_marked(key, name, open.bytes, as_bytes(contents));
    store.put(name, bytes);
    store.settle();
    if (store.get(name, Store::From::disk) != bytes)
        throw Damaged{fmt::format("{} is not on the disk as it was written", name)};
    return name;
}

}  // namespace

void require_own(Store& store, WritingKey const& key) {
    auto const owner = store.get(owner_name);
    if (!owner) throw std::runtime_error{fmt::format("There are no backups of Kith in {}.", store.words())};
    if (*owner != key.id() + "\n")
        throw std::runtime_error{fmt::format("The backups in {} are of other keys than this one.", store.words())};
}

void claim(Store& store, WritingKey const& key) {
    if (store.get(owner_name)) return require_own(store, key);
    if (!store.list(backups_beginning).empty() || !store.list(objects_beginning).empty())
        throw std::runtime_error{
            fmt::format("{} holds backups, and the file that says of which keys is missing.", store.words())};
    store.put(owner_name, key.id() + "\n");
}

BackedUp back_up(sql::Transaction& transaction, std::string_view engine, Store& store, WritingKey const& key, Time now,
                 Watching const& watching) {
    claim(store, key);
    DatabaseRows rows{transaction};
    ObjectWriter objects{store, key};
    Contents contents{now, std::string{engine}, {}};
    BackedUp done;
    watching.begin_with("Writing rows");
    for (auto const& table : rows.tables()) {
        Cutter cutter{table, objects};
        rows.each(table, [&](Cells& cells) {
            cutter.add(cells);
            watching.add_some();
        });
        contents.tables.push_back(cutter.done());
        done.rows += contents.tables.back().rows;
    }
    watching.begin_with("Reading back what was written");
    store.settle();
    objects.read_back();
    done.name = write_list(store, key, contents, objects.names());
    done.tables = contents.tables.size();
    done.objects = objects.figures();
    return done;
}

std::vector<Listed> listed_in(Store& store, WritingKey const& key) {
    require_own(store, key);
    std::vector<Listed> backups;
    for (auto const& name : store.list(backups_beginning)) {
        auto const bytes = get_backup(store, name);
        BytesIn in{read_marked(key.naming, name, bytes).open};
        Listed listed{name, {static_cast<std::int64_t>(in.number())}, {}};
        while (!in.done()) listed.objects.push_back(read_name(in));
        backups.push_back(std::move(listed));
    }
    return backups;
}

Contents read_contents(Store& store, ReadingKey const& key, std::string const& name) {
    auto const text = read_sealed(key, name, get_backup(store, name));
    BytesIn in{text};
    Contents contents{{static_cast<std::int64_t>(in.number())}, std::string{in.text()}, {}};
    for (auto count = in.number(); count > 0; --count) contents.tables.push_back(read_table(in));
    return contents;
}

std::vector<std::string> check_all(Store& store, WritingKey const& key, Watching const& watching) {
    std::set<ObjectName> names;
    for (auto const& backup : listed_in(store, key)) names.insert(backup.objects.begin(), backup.objects.end());
    std::vector<std::string> complaints;
    watching.begin_with("Reading objects", static_cast<std::int64_t>(names.size()));
    for (auto const& name : names) {
        try {
            check_object(store, key, name);
        } catch (Damaged const& damaged) {
            complaints.emplace_back(damaged.what());
        }
        watching.add_some();
    }
    return complaints;
}

}  // namespace kith::copies
