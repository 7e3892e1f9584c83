/// The emoji that `[shortcode]` stands for, by the names in common use.
enum EmojiShortcodes {
    static func emoji(_ code: [UInt8]) -> [UInt8]? { table.meaning(of: code) }

    /// The text with each `[shortcode]` that there is as its emoji; not in `items[key]`, which is code.
    static func expanded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(.ascii("[")) else { return text }
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let end = bytes.endOfName(position + 1)
            if bytes[position] == .ascii("["), bytes.byte(end) == .ascii("]"), position == 0 || !bytes[position - 1].continuesName,
                let emoji = emoji(Array(bytes[(position + 1)..<end]))
            {
                result += emoji
                position = end + 1
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let table = WordTable(
        """
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
        """)
}
