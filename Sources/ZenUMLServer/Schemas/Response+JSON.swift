import HTTPTypes
import Hummingbird

extension Response {
    static func json(_ body: some JSONWritable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var json = JSONWriter(capacity: 1024)
        body.write(to: &json)
        var response = Response.jsonText(.init(byteBuffer: json.buffer), status: status)
        response.headers.append(contentsOf: headers)
        return response
    }

    /// - Parameter body: JSON that is written already.
    static func jsonText(_ body: ResponseBody, status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: "application/json"], body: body)
    }
}
