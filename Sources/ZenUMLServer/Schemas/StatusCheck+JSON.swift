import Domain
import Foundation

extension StatusCheck: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("client_name", clientName)
            json.field("timestamp", timestamp)
        }
    }
}
