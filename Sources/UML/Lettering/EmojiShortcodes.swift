/// The emoji that `[shortcode]` stands for, by the names in common use.
enum EmojiShortcodes {
    static func emoji(_ code: String) -> String? {
        guard let position = places.find(Array(code.utf8)) else { return nil }
        var words = table.utf8Start + position
        return String(decoding: word(at: &words, table.utf8Start + table.utf8CodeUnitCount), as: UTF8.self)
    }

    /// Where in the table each name's emoji stands.
    private static let places: NameIndex = {
        var places = NameIndex()
        var words = table.utf8Start
        let end = words + table.utf8CodeUnitCount
        while words < end {
            let name = Array(word(at: &words, end))
            places.insert(name, words - table.utf8Start)
            _ = word(at: &words, end)
        }
        return places
    }()

    private static func word(at position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let start = position
        while position < end, !position.pointee.isWhiteSpace { position += 1 }
        let word = UnsafeBufferPointer(start: start, count: position - start)
        while position < end, position.pointee.isWhiteSpace { position += 1 }
        return word
    }

    /// Name and emoji in turn.
    private static let table: StaticString = """
        airplane ✈️ alarm_clock ⏰ ambulance 🚑 apple 🍎 art 🎨 atom ⚛️ balance_scale ⚖️ bank 🏦 bar_chart 📊 battery 🔋 bell 🔔 bike 🚲 \
        blue_circle 🔵 book 📖 bookmark 🔖 books 📚 boom 💥 brain 🧠 bricks 🧱 briefcase 💼 broom 🧹 bug 🐛 building 🏢 bulb 💡 bus 🚌 \
        calendar 📅 camera 📷 car 🚗 card_index 📇 cat 🐱 chart 💹 check ✅ checkered_flag 🏁 clipboard 📋 clock 🕐 cloud ☁️ coffee ☕ \
        computer 💻 construction 🚧 construction_worker 👷 credit_card 💳 crown 👑 crystal_ball 🔮 customer 🧑 database 🗄️ desktop 🖥️ \
        detective 🕵️ dna 🧬 doctor 🧑‍⚕️ dog 🐶 dollar 💵 door 🚪 earth 🌍 email 📧 envelope ✉️ exclamation ❗ eye 👁️ eyes 👀 factory 🏭 \
        file_cabinet 🗄️ file_folder 📁 fire 🔥 fire_engine 🚒 flag 🚩 floppy_disk 💾 gear ⚙️ gem 💎 ghost 👻 gift 🎁 globe 🌐 \
        green_circle 🟢 hammer 🔨 hammer_and_wrench 🛠️ handshake 🤝 hand ✋ heart ❤️ hospital 🏥 hotel 🏨 hourglass ⌛ house 🏠 id 🆔 \
        inbox_tray 📥 incoming_envelope 📨 info ℹ️ key 🔑 label 🏷️ laptop 💻 link 🔗 lock 🔒 mag 🔍 magnet 🧲 mailbox 📫 man 👨 map 🗺️ \
        medal 🏅 mega 📣 memo 📝 microscope 🔬 mobile 📱 money 💰 money_bag 💰 moon 🌙 musical_note 🎵 newspaper 📰 no_entry ⛔ office 🏢 \
        ok 🆗 outbox_tray 📤 package 📦 page 📄 palette 🎨 paperclip 📎 party 🎉 pencil ✏️ people 👥 person 🧑 phone 📞 pill 💊 pizza 🍕 \
        police 👮 post_office 🏤 printer 🖨️ purple_circle 🟣 pushpin 📌 question ❓ rabbit 🐰 rainbow 🌈 receipt 🧾 recycle ♻️ red 🔴 \
        red_circle 🔴 robot 🤖 rocket 🚀 satellite 🛰️ school 🏫 scissors ✂️ scroll 📜 seedling 🌱 shield 🛡️ ship 🚢 shop 🏪 \
        shopping_cart 🛒 skull 💀 smile 😄 snail 🐌 snake 🐍 snowflake ❄️ sparkles ✨ speech_balloon 💬 star ⭐ stop_sign 🛑 \
        stopwatch ⏱️ student 🧑‍🎓 sun ☀️ tada 🎉 target 🎯 taxi 🚕 telephone ☎️ test_tube 🧪 thermometer 🌡️ thumbsdown 👎 thumbsup 👍 \
        ticket 🎫 timer ⏲️ toolbox 🧰 train 🚆 trash 🗑️ tree 🌳 trophy 🏆 truck 🚚 turtle 🐢 tv 📺 umbrella ☔ unicorn 🦄 unlock 🔓 user 👤 \
        users 👥 vs 🆚 wallet 👛 warning ⚠️ watch ⌚ wave 👋 whale 🐳 white_check_mark ✅ wifi 📶 woman 👩 wrench 🔧 x ❌ yellow_circle 🟡 \
        zap ⚡ zzz 💤
        """
}
