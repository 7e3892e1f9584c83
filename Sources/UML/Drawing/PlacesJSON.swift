/// Where a picture's elements stand, as JSON: `{"origin":{"x":20,"y":20},"places":{"Order":{"x":0,"y":0,"width":80,"height":40,"automatic":true}},"displaced":{}}`.
/// `origin` is where the plane's 0 is on the picture; `automatic` is left out for what somebody has put in its place. What had to give way to that
/// is `displaced`, and drawn there, not in its place.
public enum PlacesJSON {
    /// - Returns: UTF-8.
    public static func write(_ scene: Scene) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"origin\":{\"x\":")
        json.eighths(scene.origin.x)
        json.raw(",\"y\":")
        json.eighths(scene.origin.y)
        json.raw("},\"places\":")
        write(scene.places, &json)
        json.raw(",\"displaced\":")
        write(scene.displaced, &json)
        json.raw("}")
        return json.bytes
    }

    /// Only the places, as a diagram's `layout` has them.
    public static func write(_ places: ElementPlaces) -> [UInt8] {
        var json = JSONText()
        write(places, &json)
        return json.bytes
    }

    private static func write(_ places: ElementPlaces, _ json: inout JSONText) {
        json.raw("{")
        for (number, place) in places.places.enumerated() {
            if number > 0 { json.raw(",") }
            json.string(places.ids[number])
            json.raw(":{\"x\":")
            json.eighths(place.x)
            json.raw(",\"y\":")
            json.eighths(place.y)
            if place.width > 0 {
                json.raw(",\"width\":")
                json.eighths(place.width)
            }
            if place.height > 0 {
                json.raw(",\"height\":")
                json.eighths(place.height)
            }
            if !place.isPinned { json.raw(",\"automatic\":true") }
            if !place.path.isEmpty {
                json.raw(",\"path\":")
                json.list(place.path) { json, length in json.eighths(length) }
            }
            json.raw("}")
        }
        json.raw("}")
    }
}

extension JSONText {
    /// A length to the eighth, exactly.
    fileprivate mutating func eighths(_ value: Double) {
        let eighths = Int((value * 8).rounded())
        if eighths < 0 { raw("-") }
        number(abs(eighths) / 8)
        switch abs(eighths) % 8 {
        case 1: raw(".125")
        case 2: raw(".25")
        case 3: raw(".375")
        case 4: raw(".5")
        case 5: raw(".625")
        case 6: raw(".75")
        case 7: raw(".875")
        default: break
        }
    }
}
