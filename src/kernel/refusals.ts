/**
 * The one catalogue of refusals: code, HTTP status, sentence. `{name}` is filled from the refusal's values.
 * A sentence says what happened, then what to do. A retired code is never used again for something else.
 */
export const REFUSALS = {
  // ---- at the door
  'invalid-input': { status: 422, text: 'Có mục nhập chưa đúng. Sửa các mục được đánh dấu' },
  'not-found': {
    status: 404,
    text: 'Không tìm thấy. Có thể đường dẫn đã cũ hoặc nội dung không thuộc phạm vi được xem',
  },
  'malformed-request': { status: 400, text: 'Máy chủ không đọc được yêu cầu. Tải lại trang rồi làm lại' },
  'body-too-large': { status: 413, text: 'Nội dung gửi lên quá lớn. Bớt nội dung rồi gửi lại' },
  'unsupported-content': { status: 415, text: 'Dạng dữ liệu gửi lên không được hỗ trợ. Gửi dữ liệu dạng JSON' },
  'wrong-host': { status: 421, text: 'Địa chỉ truy cập không phải của hệ thống này. Mở lại bằng địa chỉ được cấp' },
  'foreign-page': {
    status: 403,
    text: 'Yêu cầu không đến từ trang của hệ thống nên không được nhận. Tải lại trang rồi làm lại',
  },
  'too-many-requests': { status: 429, text: 'Có quá nhiều yêu cầu liên tiếp. Chờ một lát rồi làm lại' },
  'request-timed-out': {
    status: 408,
    text: 'Gửi dữ liệu quá lâu nên yêu cầu đã bị ngắt. Kiểm tra đường truyền rồi gửi lại',
  },
  'shutting-down': { status: 503, text: 'Máy chủ đang dừng hoặc khởi động lại. Thử lại sau ít phút' },
  internal: {
    status: 500,
    text: 'Máy chủ gặp lỗi. Thử lại sau ít phút; nếu vẫn gặp, báo mã {reference} cho quản trị viên',
  },
  'not-signed-in': { status: 401, text: 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục' },

  // ---- starting the product
  'config-wrong-number': { status: 500, text: '{name}={value}: phải là số nguyên từ {from} đến {to}' },
  'config-wrong-address': { status: 500, text: '{name}={value}: phải là địa chỉ dạng {form}' },
  'config-missing-companion': { status: 500, text: 'Đã đặt {name} thì phải đặt cả {companion}' },
  'config-owner-without-password': {
    status: 500,
    text: 'DATABASE_OWNER_URL thiếu mật khẩu: viết dạng postgresql://tên:mật-khẩu@máy/cơ-sở-dữ-liệu',
  },
  'config-wrong-hour': { status: 500, text: '{name}={value}: phải là giờ trong ngày dạng 02:00, hoặc off' },
  'config-wrong-keep': {
    status: 500,
    text: '{name}={value}: phải là ba số dạng 7,4,12 (số bản giữ theo ngày, tuần, tháng), số đầu từ 1',
  },
  'config-short-secret': { status: 500, text: 'AUTH_SECRET quá ngắn: cần ít nhất {least} ký tự' },
  'config-same-role': {
    status: 500,
    text: 'DATABASE_URL và DATABASE_OWNER_URL dùng chung tài khoản {role}: ứng dụng phải có tài khoản riêng, không sở hữu bảng',
  },
  'config-open-http': {
    status: 500,
    text: 'HOST={host}, BASE_URL={url}: http chỉ dùng trong chính máy này. Đặt TLS_CERT và TLS_KEY, hoặc BASE_URL dạng https://… khi đứng sau máy chủ trung gian',
  },
  'config-tls-but-http': {
    status: 500,
    text: 'Đã đặt TLS_CERT và TLS_KEY thì BASE_URL phải dạng https://…, không phải {url}',
  },
  'config-unreadable-file': { status: 500, text: '{name}={path}: không đọc được tệp' },
  'config-tls-unusable': { status: 500, text: 'TLS_CERT và TLS_KEY không dùng được: {reason}' },
  'data-directory-unwritable': {
    status: 500,
    text: 'Không ghi được vào thư mục dữ liệu {folder}: đổi quyền hoặc đặt DATA_DIR',
  },
  'data-directory-in-use': {
    status: 500,
    text: 'Thư mục dữ liệu {folder} đang được tiến trình {pid} dùng: dừng tiến trình đó, hoặc đặt DATA_DIR khác',
  },
  'data-directory-of-demo': {
    status: 500,
    text: 'Thư mục dữ liệu {folder} chứa dữ liệu mẫu: chạy «npm run demo», hoặc đặt DATA_DIR khác',
  },
  'data-directory-not-demo': {
    status: 500,
    text: 'Thư mục dữ liệu {folder} đã có dữ liệu thật: dữ liệu mẫu cần thư mục riêng, đặt DATA_DIR khác',
  },
  'demo-on-server': {
    status: 500,
    text: 'Bản chạy thử chỉ dùng cơ sở dữ liệu đi kèm: bỏ DATABASE_URL và DATABASE_OWNER_URL',
  },
  'port-in-use': { status: 500, text: 'Cổng {port} đang có chương trình khác dùng: đặt PORT khác' },
  'address-unavailable': {
    status: 500,
    text: 'Không mở được cổng {port} tại {host} ({reason}): đặt PORT hoặc HOST khác',
  },
  'embedded-database-absent': {
    status: 500,
    text: 'Không có cơ sở dữ liệu đi kèm cho máy {machine}: đặt DATABASE_URL và DATABASE_OWNER_URL tới một máy chủ PostgreSQL từ 15 trở lên',
  },
  'embedded-database-unlinked': {
    status: 500,
    text: 'Cơ sở dữ liệu đi kèm cài chưa trọn vì npm bị cấm chạy lệnh cài: chạy «npm rebuild --ignore-scripts=false» rồi khởi động lại',
  },
  'embedded-database-closed-folder': {
    status: 500,
    text: 'PostgreSQL không chạy bằng quyền root và không vào được thư mục {folder}: mở quyền đi qua (chmod o+x) hoặc đặt DATA_DIR nơi khác',
  },
  'embedded-database-orphan': {
    status: 500,
    text: 'Cơ sở dữ liệu cũ tại {folder} còn chạy và không dừng được: dừng tiến trình postgres đó rồi khởi động lại',
  },
  'embedded-database-silent': { status: 500, text: 'Cơ sở dữ liệu đi kèm không khởi động được: xem {log}' },
  'database-unreachable': { status: 500, text: 'Không kết nối được cơ sở dữ liệu theo {name}: {reason}' },
  'database-not-the-same': {
    status: 500,
    text: 'DATABASE_URL và DATABASE_OWNER_URL không cùng trỏ tới một cơ sở dữ liệu: sửa một trong hai',
  },
  'database-not-here': { status: 500, text: 'Thư mục {folder} chưa có dữ liệu. Kiểm tra DATA_DIR' },
  'database-too-old': { status: 500, text: 'Máy chủ PostgreSQL đang là bản {version}: cần từ bản 15 trở lên' },
  'database-not-utf8': { status: 500, text: 'Cơ sở dữ liệu {database} dùng bảng mã {encoding}: cần UTF8' },
  'database-role-too-strong': {
    status: 500,
    text: 'Tài khoản {role} trong DATABASE_URL {reason}: ứng dụng phải dùng tài khoản thường, không sở hữu bảng',
  },
  'database-owner-may-not': {
    status: 500,
    text: 'Tài khoản {role} trong DATABASE_OWNER_URL thiếu quyền ({reason}): nhờ người quản trị cơ sở dữ liệu cấp CREATEROLE và quyền tạo trong cơ sở dữ liệu',
  },
  'database-sign-in-role': {
    status: 500,
    text: 'Vai trò td_auth không đăng nhập được vào cơ sở dữ liệu ({reason}): kiểm tra pg_hba.conf',
  },
  'migration-changed': {
    status: 500,
    text: 'Tệp nâng cấp {name} đã bị sửa sau khi chạy: khôi phục tệp gốc, thay đổi mới viết vào tệp mới',
  },
  'migration-out-of-order': {
    status: 500,
    text: 'Tệp nâng cấp {name} đứng trước tệp đã chạy {latest}: đánh số lại cho nó đứng sau',
  },
  'database-newer': {
    status: 500,
    text: 'Cơ sở dữ liệu đã nâng cấp tới {name}, mới hơn bản phần mềm này: dùng bản phần mềm mới hơn',
  },

  // ---- who may
  'no-current-post': {
    status: 403,
    text: 'Không còn vị trí công tác nào đang có hiệu lực. Liên hệ quản trị viên nếu chưa đúng',
  },
  'not-yours-to-do': { status: 403, text: 'Chỉ {who} được làm việc này' },
  'capacity-not-held': {
    status: 409,
    text: 'Tư cách đã chọn không còn hiệu lực hôm nay. Chọn lại tư cách ở tên mình, góc trên bên phải',
  },
  'not-in-this-capacity': {
    status: 403,
    text: 'Đang làm với tư cách {capacity}. Việc này của {who}: nếu có tư cách ấy thì chọn lại ở tên mình, góc trên bên phải',
  },
  'not-yours-to-see': { status: 403, text: 'Chỉ {who} được xem trang này' },

  // ---- two people at once, the wrong order
  'changed-meanwhile': { status: 409, text: 'Nội dung đã thay đổi trong lúc đang xem. Xem lại bản mới rồi làm tiếp' },
  'id-taken': { status: 409, text: 'Mã này đã dùng cho nội dung khác. Tải lại trang rồi làm lại' },
  'already-done': { status: 409, text: 'Việc này đã xong ngày {day}, không cần làm lại' },
  'day-in-future': { status: 422, text: 'Ngày {day} chưa tới. Nhập ngày hôm nay hoặc trước đó' },
  'day-before-start': { status: 422, text: 'Ngày {day} trước ngày bắt đầu {start}. Nhập từ ngày đó trở đi' },
  'reason-required': { status: 422, text: 'Nhập lý do trả lại để người soạn biết phải sửa gì' },

  // ---- accounts
  'wrong-set-up-code': { status: 403, text: 'Mã chưa đúng. Xem mã in trong cửa sổ dòng lệnh nơi chạy máy chủ' },
  'already-set-up': { status: 409, text: 'Hệ thống đã được thiết lập. Đăng nhập để dùng' },
  'sign-in-name-taken': { status: 409, text: 'Tên đăng nhập hoặc thư điện tử này đã có người dùng. Chọn tên khác' },
  'person-has-account': { status: 409, text: '{name} đã có tài khoản. Mở trang của người này để sửa' },
  'last-administrator': {
    status: 409,
    text: 'Đây là người quản trị cuối cùng. Giao quyền quản trị cho người khác trước',
  },
  'grant-ended': { status: 409, text: 'Quyền này đã kết thúc ngày {day}' },
  'grant-exists': { status: 409, text: 'Vị trí này đã có quyền đó trong thời gian này' },
  'clock-backwards': { status: 409, text: 'Đồng hồ bản thử chỉ đi tới. Chọn thời điểm sau {now}' },

  // ---- the organisation
  'unit-ended': { status: 409, text: '{unit} đã kết thúc ngày {day}. Bỏ đơn vị này rồi làm tiếp' },
  'unit-name-taken': { status: 409, text: 'Đã có đơn vị cùng tên tại đây. Đặt tên khác' },
  'unit-has-children': {
    status: 409,
    text: 'Còn {count} đơn vị bên dưới {unit}: {units}. Chọn nơi chuyển đến cho từng đơn vị, hoặc kết thúc các đơn vị đó trước',
  },
  'unit-has-later-event': {
    status: 409,
    text: '{unit} đã có sự kiện từ ngày {day}: {event}. Ghi sự kiện sau ngày đó, hoặc thu hồi sự kiện đó trước',
  },
  'unit-not-there': { status: 409, text: '{unit} không có vào ngày {day}. Chọn ngày khác hoặc đơn vị khác' },
  'unit-cycle': { status: 409, text: '{unit} sẽ nằm dưới chính mình nếu đặt dưới {parent}. Chọn đơn vị cấp trên khác' },
  'unit-root-stays': {
    status: 409,
    text: 'Cơ quan chủ quản đứng đầu cây đơn vị: không chuyển, không nhập, không chia được, và không có cơ quan thứ hai bên cạnh',
  },
  'unit-own-predecessor': {
    status: 422,
    text: '{unit} vừa là đơn vị cũ vừa là đơn vị mới. Chọn đơn vị mới khác',
  },
  'too-few-units': { status: 422, text: 'Cần ít nhất hai đơn vị. Chọn thêm đơn vị' },
  'wrong-follow-up': { status: 422, text: 'Nơi chuyển đến của {what} không phải đơn vị có vào ngày {day}. Chọn lại' },
  'unit-event-built-upon': {
    status: 409,
    text: 'Không thu hồi được sự kiện này nữa: {what}. Ghi một sự kiện mới để thay đổi',
  },
  'unit-event-taken-back': { status: 409, text: 'Sự kiện này đã được thu hồi' },
  // ---- clusters and blocks
  'cluster-member-elsewhere': {
    status: 409,
    text: '{unit} đang ở {cluster}, cùng cấp, từ {from}. Ghi lý do nếu đơn vị tham gia cả hai',
  },
  'cluster-ended': { status: 409, text: '{cluster} đã kết thúc ngày {day}' },
  'cluster-head-twice': { status: 422, text: '{unit} đã được chọn đứng đầu. Chọn đơn vị khác làm cấp phó' },
  'not-in-cluster': { status: 422, text: '{unit} không ở trong cụm, khối này trong năm {year}. Chọn đơn vị khác' },
  'unit-is-root': { status: 409, text: 'Không thể kết thúc cơ quan chủ quản của hệ thống này' },
  'day-before-parent': { status: 422, text: 'Đơn vị cấp trên chỉ có từ {day}. Nhập từ ngày đó trở đi' },
  'post-ended': { status: 409, text: 'Vị trí công tác này đã kết thúc ngày {day}' },
  'wrong-birth': {
    status: 422,
    text: 'Ngày sinh {day} chưa đúng. Nhập từ năm {earliest} đến hôm nay; chỉ biết tháng hoặc năm thì nhập tháng/năm hoặc năm',
  },
  'before-birth': { status: 422, text: '{what} {day} không sau ngày sinh {birth}. Xem lại hai ngày này' },
  'wrong-citizen-id': {
    status: 422,
    text: 'Số định danh gồm 12 chữ số (căn cước) hoặc 9 chữ số (chứng minh nhân dân cũ). Nhập lại theo giấy',
  },
  'staff-code-taken': { status: 409, text: 'Mã cán bộ {code} đã dùng cho {who}. Kiểm tra lại mã' },
  'citizen-id-taken': {
    status: 409,
    text: 'Số định danh này đã ghi cho {who}. Kiểm tra lại số; nếu số đúng thì báo quản trị viên toàn cơ quan',
  },
  'person-likely-same': {
    status: 409,
    text: 'Đã có người giống: {names}. Xem từng người; nếu là người khác thì ghi rõ vì sao rồi thêm',
  },
  'person-doubtful': { status: 409, text: '{doubts}. Sửa lại, hoặc xác nhận là đúng theo giấy tờ' },
  'person-merged': { status: 409, text: 'Người này đã gộp vào {name}. Mở trang của {name} để làm tiếp' },
  'merge-oneself': { status: 422, text: 'Hai người được chọn là một. Chọn người thứ hai' },
  'merge-two-accounts': {
    status: 409,
    text: 'Cả hai đều có tài khoản ({accounts}). Khóa chưa đủ: quản trị viên xác định tài khoản đúng và đổi người gộp, hoặc giữ riêng hai người',
  },
  'merge-two-numbers': {
    status: 409,
    text: 'Hai người có {field} khác nhau nên chưa gộp được. Sửa hoặc xóa {field} sai trước',
  },
  'merge-clash': {
    status: 409,
    text: 'Hai người cùng có dữ liệu cho một chỗ ({what}) nên chưa gộp được. Bỏ bớt một bên rồi gộp',
  },
  'post-overlaps': {
    status: 409,
    text: '{name} có vị trí {post}, {unit} ({span}) trùng ngày. Kết thúc vị trí đó trước, dùng “Chuyển công tác”, hoặc chọn kiêm nhiệm, biệt phái',
  },
  'post-twice': { status: 409, text: '{name} đã có vị trí {post}, {unit} ({span}). Sửa vị trí đó, không thêm lần nữa' },
  'secondment-needs-post': {
    status: 409,
    text: '{name} không có vị trí chính thức ở đơn vị khác vào ngày {day} để biệt phái đi. Thêm vị trí chính thức trước',
  },
  'unit-ends-earlier': { status: 409, text: '{unit} kết thúc ngày {day}. Nhập ngày cuối không sau ngày đó' },
  'grant-begins-earlier': {
    status: 409,
    text: 'Trên vị trí này có quyền bắt đầu ngày {day}. Nhập ngày bắt đầu không sau ngày đó',
  },
  'absence-overlaps': { status: 409, text: 'Đã ghi {kind} ({span}) trùng ngày. Sửa dòng đó, không ghi lần nữa' },
  'correction-decided': { status: 409, text: 'Đề nghị này đã {state} lúc {at}. Tải lại trang để xem' },
  'correction-own': { status: 403, text: 'Đề nghị của chính mình do người khác giải quyết. Chờ {who}' },
  'correction-same': { status: 422, text: 'Nội dung đề nghị giống nội dung đang lưu. Không cần sửa' },
  'wrong-correction': { status: 422, text: 'Nội dung đề nghị chưa đúng: {problem}' },
  'not-of-this-unit': {
    status: 422,
    text: 'Người được chọn không còn vị trí công tác tại đơn vị này. Chọn người khác',
  },

  // ---- acting for each other
  'not-of-the-office': {
    status: 422,
    text: 'Người được chọn không thuộc bộ phận thường trực của {unit} từ ngày đó. Chọn người khác',
  },
  'handover-item-changed': {
    status: 409,
    text: '“{title}” vừa thay đổi hoặc không còn ở người này. Xem lại danh sách rồi bàn giao',
  },
  'receiver-not-there': {
    status: 422,
    text: '{name} không có vị trí công tác đang có hiệu lực tại {unit} để nhận “{title}”. Chọn người khác',
  },
  'receiver-has-no-right': {
    status: 422,
    text: '{name} không thuộc {who} nên không nhận được “{title}”. Chọn người khác',
  },
  'two-people-needed': {
    status: 403,
    text: 'Người chuẩn bị không được tự ký ở bước này, theo quy định của đơn vị. Người khác ký được: {who}',
  },
  'day-past': { status: 422, text: 'Ngày {day} đã qua. Nhập từ hôm nay trở đi' },
  'delegate-to-oneself': { status: 422, text: 'Không ủy quyền cho chính mình. Chọn người khác' },
  'grant-not-delegable': {
    status: 422,
    text: 'Quyền {role} không ủy quyền được. Bỏ quyền này; cần người thay thì giao quyền cho vị trí của người đó',
  },
  'grant-not-on-post': {
    status: 422,
    text: 'Có quyền không còn trên vị trí này, hoặc chỉ được giữ theo ủy quyền nên không ủy quyền lại. Chọn lại quyền',
  },
  'not-delegated-on': {
    status: 403,
    text: 'Đang làm với tư cách khác. Quyền được ủy quyền không ủy quyền lại; chọn lại vị trí của mình rồi làm tiếp',
  },
  'kt-within-one-unit': {
    status: 422,
    text: 'Ký thay (KT.) là của cấp phó cùng đơn vị. Chọn TUQ. hoặc TL., hoặc chọn người cùng đơn vị',
  },
  'delegate-outside-unit': {
    status: 422,
    text: '{name} không thuộc đơn vị của người ủy quyền. Chọn người trong đơn vị hoặc đơn vị trực thuộc',
  },
  'delegation-needs-document': {
    status: 422,
    text: 'Ký {signsAs} phải được giao bằng văn bản. Nhập số và ngày của văn bản',
  },
  'delegation-beyond': { status: 422, text: '{what} kết thúc ngày {day}. Nhập ngày cuối không sau ngày đó' },
  'delegation-exists': {
    status: 409,
    text: 'Quyền {role} đã ủy quyền cho {name} đến hết {day}. Kết thúc ủy quyền đó trước hoặc chọn thời gian khác',
  },
  'delegation-over': { status: 409, text: 'Ủy quyền này đã hết hiệu lực ngày {day}' },

  // ---- documents and their facts
  'fact-changed': { status: 409, text: '{name} vừa sửa chỗ này. Chọn giữ giá trị nào' },
  'document-closed': { status: 409, text: 'Văn bản đã phát động, không sửa dữ kiện được nữa' },
  'wrong-fact-value': { status: 422, text: 'Giá trị chưa đúng: {problem}' },
  'number-taken': { status: 409, text: 'Số {number} năm {year} đã dùng cho “{title}”. Xem lại sổ văn bản đi' },

  // ---- consents
  'wrong-consent-paper': { status: 422, text: 'Chưa ghi được từ bản giấy: {problem}' },

  // ---- campaigns
  'wrong-campaign-state': {
    status: 409,
    text: 'Phong trào {state}, không làm được việc này nữa. Tải lại trang để xem',
  },
  'campaign-incomplete': { status: 422, text: 'Còn thiếu: {missing}' },
  'campaign-closed': { status: 409, text: 'Phong trào đã kết thúc ngày {day}' },
  'due-in-past': { status: 422, text: '{what} {day} đã qua. Chọn ngày từ hôm nay trở đi' },
  'unit-ends-before-due': {
    status: 409,
    text: '{unit} kết thúc ngày {day}, trước hạn quán triệt {due}. Bỏ đơn vị này hoặc đặt hạn sớm hơn',
  },
  'unit-elsewhere': { status: 422, text: '{unit} không thuộc {host}. Bỏ đơn vị này rồi làm tiếp' },
  'due-out-of-order': { status: 422, text: 'Hạn quán triệt phải từ hạn tiếp nhận trở đi' },

  // ---- obligations and submissions
  'obligation-exempt': { status: 409, text: 'Đơn vị đã được miễn việc này' },
  'wrong-obligation-kind': { status: 409, text: 'Việc này không làm bằng cách đó. Tải lại trang để xem' },
  'reminded-today': { status: 409, text: 'Hôm nay đã nhắc đơn vị này về việc này rồi' },
  'day-before-launch': { status: 422, text: 'Ngày {day} trước ngày phát động {launch}. Xem lại ngày nhận' },
  'submission-incomplete': { status: 422, text: 'Bản quán triệt còn thiếu: {missing}' },
  'submission-sent': { status: 409, text: 'Bản này đã gửi, không sửa được nữa. Rút về khi nơi nhận chưa mở' },
  'submission-opened': { status: 409, text: '{name} đã mở bản này lúc {at}, không rút được nữa' },
  'unit-ended-unmended': {
    status: 409,
    text: '{unit} đã kết thúc ngày {day}, không còn ai sửa bản này. Chấp nhận hoặc để nguyên',
  },
  'submission-not-sent': { status: 409, text: 'Bản này chưa gửi hoặc đã được xử lý. Tải lại trang để xem' },

  // ---- signing in
  'wrong-sign-in': { status: 401, text: 'Tên đăng nhập hoặc mật khẩu chưa đúng' },
  'sign-in-paused': {
    status: 429,
    text: 'Nhập sai nhiều lần nên tạm dừng đăng nhập tên này. Thử lại sau {minutes} phút',
  },
  'too-many-attempts': { status: 429, text: 'Có quá nhiều lần thử từ máy này. Chờ ít phút rồi thử lại' },
  'weak-password': { status: 422, text: 'Mật khẩu dễ đoán: {problem}. Chọn mật khẩu khác' },
  'wrong-password': { status: 422, text: 'Mật khẩu hiện nay chưa đúng' },
  'wrong-second-code': {
    status: 422,
    text: 'Mã chưa đúng hoặc đã dùng rồi. Nhập mã đang hiện trên ứng dụng xác thực, hoặc một mã khôi phục chưa dùng',
  },
  'wrong-first-code': {
    status: 422,
    text: 'Mã chưa đúng. Nhập sáu chữ số đang hiện trên ứng dụng; vẫn sai thì chỉnh lại giờ của điện thoại',
  },
  'second-step-expired': {
    status: 409,
    text: 'Bước nhập mã đã quá 10 phút hoặc sai nhiều lần. Nhập lại tên và mật khẩu',
  },
  'second-factor-required': {
    status: 403,
    text: 'Vai trò đang giữ phải có xác thực hai bước. Bật xác thực hai bước trước khi làm việc khác',
  },
  'second-factor-on': { status: 409, text: 'Xác thực hai bước đang bật. Tải lại trang để xem' },
  'second-factor-off': { status: 409, text: 'Xác thực hai bước đang tắt. Tải lại trang để xem' },
  'second-factor-not-begun': { status: 409, text: 'Chưa có mã bí mật nào đang chờ xác nhận. Bắt đầu lại từ đầu' },
  'second-factor-obliged': {
    status: 409,
    text: 'Vai trò {role} phải có xác thực hai bước nên không tắt được. Đổi điện thoại thì chọn chuyển sang thiết bị khác',
  },
  'access-not-valid': {
    status: 422,
    text: 'Mã chưa đúng, đã dùng hoặc đã hết hạn. Liên hệ quản trị viên để được cấp mã mới',
  },
  'one-hand-both-keys': {
    status: 409,
    text: 'Trong {hours} giờ qua chính quản trị viên này đã giao cho người này mã của phần kia. Nhờ quản trị viên khác cấp',
  },
  'password-just-reset': {
    status: 409,
    text: 'Mật khẩu vừa được đặt lại trong {hours} giờ qua nên chưa gỡ được xác thực hai bước. Chờ hết thời gian đó, hoặc nhờ người vận hành máy chủ cấp mã',
  },
  'mail-not-possible': { status: 409, text: 'Không gửi thư được: {problem}. Cấp mã rồi giao tận tay' },
  'own-account': {
    status: 409,
    text: 'Không tự cấp mã cho tài khoản của chính mình. Đổi trong Tài khoản của tôi, hoặc nhờ quản trị viên khác',
  },
  'account-disabled': { status: 409, text: 'Tài khoản đang khóa. Mở lại tài khoản trước' },
  'mail-link-gone': {
    status: 409,
    text: 'Thư này có đường dẫn dùng một lần nên không gửi lại. Mở trang của {name} để gửi thư mới hoặc cấp mã',
  },
  'mail-not-failed': { status: 409, text: 'Thư này đang chờ gửi hoặc đã gửi, không cần gửi lại' },

  // ---- files
  'file-empty': { status: 422, text: 'Tệp không có nội dung (0 byte). Chọn tệp khác' },
  'file-too-large': {
    status: 413,
    text: 'Tệp lớn hơn {limit} MB nên không được nhận. Chọn tệp nhỏ hơn hoặc nén ảnh trong tệp',
  },
  'file-kind-not-taken': {
    status: 415,
    text: 'Loại tệp này không được nhận. Gửi tệp .docx, .doc, .pdf, .txt, .md, .xlsx hoặc ảnh .png, .jpg, .webp, .heic',
  },
  'file-broken': { status: 422, text: 'Tệp bị hỏng, không mở được. Mở lại bằng Word, lưu tệp mới rồi gửi' },
  'file-encrypted': { status: 422, text: 'Tệp có mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi gửi' },
  'file-unpacks-too-large': {
    status: 422,
    text: 'Nội dung nén trong tệp lớn bất thường nên không được nhận. Lưu lại tệp rồi gửi',
  },
  // ---- a document that is to become a plan
  'document-scanned': {
    status: 422,
    text: 'Tệp là bản quét, chưa có lớp chữ. Nhập tay, hoặc đưa bản Word',
  },
  'document-picture': { status: 422, text: 'Tệp là ảnh, chưa có lớp chữ. Nhập tay, hoặc đưa bản Word' },
  'document-old-word': {
    status: 422,
    text: 'Tệp .doc của Word 97–2003 chưa đọc được. Mở bằng Word, lưu dạng .docx rồi gửi',
  },
  'document-kind-unread': {
    status: 415,
    text: 'Loại tệp này không đọc thành văn bản được. Gửi tệp .docx, .pdf có lớp chữ, .txt hoặc .md',
  },
  'document-old-encoding': {
    status: 422,
    text: 'Tệp chữ dùng bảng mã cũ hoặc không rõ nên không đọc được. Chuyển sang Unicode (UTF-8) rồi gửi',
  },
  'document-without-words': { status: 422, text: 'Tệp không có chữ nào. Chọn tệp khác hoặc nhập tay' },
  'document-too-heavy': {
    status: 422,
    text: 'Đọc tệp quá lâu hoặc tốn quá nhiều bộ nhớ nên đã dừng. Lưu lại tệp cho gọn rồi gửi, hoặc nhập tay',
  },

  // ---- sheets taken in (.xlsx), and each of their cells
  'sheet-not-xlsx': {
    status: 415,
    text: 'Tệp không phải bảng tính .xlsx. Mở bằng Excel, lưu dạng “Excel Workbook (.xlsx)” rồi gửi',
  },
  'sheet-old-excel': {
    status: 415,
    text: 'Tệp .xls của Excel 97–2003 không đọc được. Mở bằng Excel, lưu dạng .xlsx rồi gửi',
  },
  'sheet-broken': { status: 422, text: 'Bảng tính bị hỏng, không mở được. Mở bằng Excel, lưu tệp mới rồi gửi' },
  'sheet-too-heavy': {
    status: 422,
    text: 'Đọc bảng tính quá lâu hoặc tốn quá nhiều bộ nhớ nên đã dừng. Chia thành nhiều tệp nhỏ rồi gửi',
  },
  'sheet-empty': { status: 422, text: 'Bảng tính không có dòng dữ liệu nào. Nhập dữ liệu dưới dòng tiêu đề rồi gửi' },
  'sheet-without-head': {
    status: 422,
    text: 'Không thấy dòng tiêu đề trong trang tính đang hiện. Cần các cột: {columns}',
  },
  'sheet-wrong-head': {
    status: 422,
    text: 'Dòng tiêu đề (trang “{sheet}”, dòng {row}) chưa đúng: {problem}. Sửa theo tệp mẫu rồi gửi',
  },
  'sheet-merged-head': {
    status: 422,
    text: 'Dòng tiêu đề có ô gộp {range}. Bỏ gộp ô, để mỗi cột một tiêu đề rồi gửi',
  },
  'sheet-duplicated-head': {
    status: 422,
    text: 'Có nhiều cột cùng là “{head}”: {cells}. Giữ lại một cột rồi gửi',
  },
  'sheet-too-many-rows': { status: 422, text: 'Bảng tính có hơn {limit} dòng. Chia thành nhiều tệp rồi gửi' },
  'sheet-too-many-columns': {
    status: 422,
    text: 'Ô {cell} nằm ngoài {limit} cột đầu. Xóa các cột thừa rồi gửi',
  },
  'cell-required': { status: 422, text: 'Chưa có {column}' },
  'cell-error': { status: 422, text: 'Ô mang lỗi {error} của Excel. Sửa công thức hoặc nhập giá trị' },
  'cell-merged': { status: 422, text: 'Ô nằm trong vùng gộp {range}. Bỏ gộp ô rồi nhập từng ô' },
  'cell-too-long': { status: 422, text: 'Dài {length} ký tự, quá {most}. Viết ngắn lại' },
  'cell-not-a-day': { status: 422, text: '“{found}” không phải ngày. Nhập dạng 15/07/1990' },
  'cell-no-such-day': { status: 422, text: 'Không có ngày “{found}”. Nhập ngày trước, tháng sau, dạng 15/07/1990' },
  'cell-two-digit-year': { status: 422, text: '“{found}” chưa đủ bốn chữ số năm. Nhập dạng 15/07/1990' },
  'cell-day-incomplete': { status: 422, text: '“{found}” chưa đủ ngày, tháng, năm. Nhập dạng 15/07/1990' },
  'cell-not-a-number': { status: 422, text: '“{found}” không phải số. Nhập dạng 1.234,5' },
  'cell-not-whole': { status: 422, text: '“{found}” không phải số nguyên. Bỏ phần lẻ' },
  'cell-too-small': { status: 422, text: '“{found}” nhỏ hơn {least}. Nhập từ {least} trở lên' },
  'cell-too-great': { status: 422, text: '“{found}” lớn hơn {greatest}. Nhập nhiều nhất {greatest}' },
  'cell-not-yes-no': { status: 422, text: '“{found}” không rõ là có hay không. Nhập có hoặc không' },
  'cell-not-a-choice': { status: 422, text: '“{found}” không có trong danh mục. Chọn một trong: {choices}' },
  'cell-not-an-id': { status: 422, text: 'Mã hệ thống “{found}” đã bị sửa. Xuất lại danh sách để lấy mã đúng' },

  // ---- lists given out
  'export-too-many-rows': {
    status: 422,
    text: 'Danh sách có {count} dòng, quá {limit} dòng một tệp. Lọc bớt rồi xuất',
  },

  // ---- backup, restore, keys
  'backup-not-there': { status: 404, text: 'Không có tệp sao lưu {path}. Kiểm tra lại đường dẫn' },
  'backup-not-ours': { status: 422, text: 'Tệp này không phải bản sao lưu của chương trình. Chọn tệp khác' },
  'backup-broken': {
    status: 422,
    text: 'Bản sao lưu bị hỏng hoặc bị cắt cụt, không dùng được. Lấy lại tệp gốc hoặc dùng bản sao lưu khác',
  },
  'backup-locked': { status: 422, text: 'Bản sao lưu đã mã hóa. Chạy lại với --key TỆP hoặc --passphrase-file TỆP' },
  'backup-wrong-key': {
    status: 422,
    text: 'Khóa hoặc mật khẩu không mở được bản sao lưu này. Dùng đúng khóa lúc sao lưu',
  },
  'backup-key-unreadable': {
    status: 422,
    text: '{path}: không phải tệp khóa sao lưu. Mỗi dòng là một khóa age1… hoặc AGE-SECRET-KEY-1…',
  },
  'backup-key-cannot-open': {
    status: 422,
    text: '{path}: tệp chỉ có khóa để mã hóa (age1…). Đưa tệp có AGE-SECRET-KEY-1… để mở',
  },
  'backup-passphrase-short': { status: 422, text: 'Mật khẩu sao lưu quá ngắn: cần ít nhất {least} ký tự' },
  'backup-newer': {
    status: 422,
    text: 'Bản sao lưu do bản phần mềm {version} làm, mới hơn bản này ({name}). Cài bản phần mềm mới hơn rồi khôi phục',
  },
  'backup-running': { status: 409, text: 'Đang có một lần sao lưu khác chạy. Chờ xong rồi làm lại' },
  'backup-disk-full': {
    status: 500,
    text: 'Hết chỗ trên ổ đĩa chứa {folder} nên chưa sao lưu được. Dọn ổ đĩa rồi sao lưu lại',
  },
  'backup-folder-unwritable': {
    status: 500,
    text: 'Không ghi được vào {folder} ({reason}). Đổi quyền hoặc chọn thư mục khác',
  },
  'backup-file-exists': { status: 409, text: 'Đã có tệp {path}. Chọn tên khác' },
  'backup-database-empty': { status: 409, text: 'Hệ thống chưa được thiết lập nên chưa có gì để sao lưu' },
  'restore-not-empty': {
    status: 409,
    text: 'Nơi khôi phục đã có dữ liệu của “{name}”. Chỉ khôi phục vào nơi trống: đặt DATA_DIR khác hoặc cơ sở dữ liệu mới',
  },
  'restore-files-not-empty': {
    status: 409,
    text: 'Thư mục {folder} đã có tệp. Chỉ khôi phục vào nơi trống: đặt DATA_DIR khác hoặc chuyển thư mục đó đi',
  },
  'restore-needs-keys': {
    status: 422,
    text: 'Thiếu khóa {keys} của hệ thống đã sao lưu, nên sẽ không mở được: {what}. Chép tệp keys.json cất riêng vào {path} rồi chạy lại; nếu đã mất hẳn, thêm --without-keys',
  },
  'restore-disk-full': { status: 500, text: 'Hết chỗ trên ổ đĩa nên chưa khôi phục được gì. Dọn ổ đĩa rồi chạy lại' },
  'keys-unreadable': { status: 500, text: 'Tệp khóa {path} bị hỏng hoặc không đọc được. Lấy lại từ bản cất riêng' },
  'key-not-old': { status: 422, text: 'Không có khóa mã hóa cũ nào tên {id}. Xem danh sách bằng lệnh keys' },
  'key-in-use': { status: 409, text: 'Khóa {id} còn dùng cho {count} giá trị. Chạy keys reseal rồi làm lại' },
  'key-elsewhere': {
    status: 409,
    text: 'Khóa phiên đăng nhập nằm trong AUTH_SECRET. Đổi giá trị đó rồi khởi động lại',
  },
  'database-not-current': {
    status: 409,
    text: 'Cơ sở dữ liệu mới nâng cấp tới {name}. Khởi động máy chủ một lần để nâng cấp rồi làm lại',
  },
  'keys-lost': {
    status: 500,
    text: 'Không thấy tệp khóa {path}, mà cơ sở dữ liệu có nội dung đã mã hóa bằng khóa đó. Lấy lại tệp từ bản cất riêng, không tạo khóa mới',
  },
  'keys-foreign': {
    status: 500,
    text: 'Tệp khóa {path} không phải của cơ sở dữ liệu này: thiếu khóa {keys}. Lấy lại đúng tệp từ bản cất riêng',
  },

  // ---- yearly facts and the registry
  'wrong-period-days': { status: 422, text: 'Ngày của kỳ chưa đúng: {problem}' },
  'period-overlaps': { status: 409, text: 'Trùng ngày với kỳ {code} ({from} – {to}). Sửa ngày, hoặc dùng kỳ đó' },
  'period-in-use': {
    status: 409,
    text: 'Kỳ {code} đã có kết quả xếp loại hoặc khen thưởng ghi theo, không sửa và không bỏ được nữa',
  },
  'period-not-begun': { status: 409, text: 'Kỳ {code} bắt đầu ngày {day}, chưa tới. Xác nhận từ ngày đó trở đi' },
  'wrong-rating': { status: 422, text: '{name}: {problem}' },
  'rating-before-birth': {
    status: 422,
    text: '{name} sinh sau kỳ {period}, không xếp loại được. Xem lại ngày sinh hoặc kỳ',
  },
  'rated-elsewhere': {
    status: 409,
    text: 'Đơn vị khác đã xếp loại {name} trong kỳ này. Chọn “Xếp loại ở đơn vị khác”, hoặc nhờ bộ phận thường trực xem lại',
  },
  'not-on-rating-list': {
    status: 422,
    text: 'Có dòng không thuộc danh sách của đơn vị trong kỳ này. Tải lại trang để xem danh sách mới',
  },
  'rating-list-incomplete': { status: 422, text: 'Còn {count} dòng chưa ghi: {names}. Ghi đủ rồi làm tiếp' },
  'rating-list-sent': {
    status: 409,
    text: 'Danh sách đang chờ người đứng đầu xác nhận. Lấy danh sách về rồi sửa',
  },
  'rating-list-confirmed': {
    status: 409,
    text: 'Danh sách đã được xác nhận. Mở đính chính và nêu lý do rồi sửa',
  },
  'rating-list-not-sent': {
    status: 409,
    text: 'Danh sách này chưa được chuyển xác nhận hoặc đã xử lý. Tải lại trang để xem',
  },
  'not-about-oneself': { status: 403, text: 'Không tự ghi và sửa nội dung này về chính mình. Việc này của {who}' },
  'day-before-birth': { status: 422, text: 'Ngày {day} trước ngày sinh của {name}. Xem lại ngày này hoặc ngày sinh' },
  'wrong-discipline': { status: 422, text: 'Chưa ghi được kỷ luật: {problem}' },
  'wrong-review': { status: 422, text: 'Chưa ghi được việc đang xem xét: {problem}' },
  'entry-voided': { status: 409, text: 'Mục này đã bỏ vì ghi nhầm, không sửa được nữa' },
  'wrong-award': { status: 422, text: 'Chưa ghi được khen thưởng: {problem}' },
  'import-row-repeated': { status: 422, text: 'Lặp lại dòng {rows}. Giữ một dòng' },
  'import-no-period': {
    status: 422,
    text: 'Không có kỳ xét “{found}”. Ghi mã kỳ như 2024 hoặc 2024-2025, hoặc thêm kỳ ở mục Kỳ xét khen thưởng',
  },
  'import-nobody': {
    status: 422,
    text: 'Không nhận ra người này trong đơn vị. Ghi mã cán bộ, hoặc ngày sinh và đúng đơn vị nơi làm việc trong kỳ',
  },
  'rating-confirmed-by-list': {
    status: 422,
    text: 'Đơn vị đã xác nhận một kết quả khác cho kỳ này. Đính chính tại danh sách xếp loại của đơn vị',
  },
  'award-doubled': {
    status: 409,
    text: 'Sổ đã có khen thưởng giống thế này: {words}. Kiểm tra lại; nếu đúng là hai lần khác nhau thì xác nhận rồi lưu',
  },

  // ---- imports
  'import-not-a-sheet': { status: 422, text: 'Tệp không phải bảng tính .xlsx. Lưu tệp dạng .xlsx rồi gửi lại' },
  'import-not-now': { status: 409, text: 'Lần nhập này {state}, không làm được việc đó nữa. Tải lại trang để xem' },
  'import-changed': { status: 409, text: 'Kết quả đối chiếu đã khác lúc xem. Tải lại trang, xem lại rồi áp dụng' },
  'import-nothing': { status: 422, text: 'Không có dòng nào mới hoặc thay đổi để áp dụng' },
  'import-moved-on': { status: 409, text: 'Lần nhập này đã được xử lý. Tải lại trang để xem' },
  'import-undecided': { status: 409, text: 'Chưa rõ là ai. Xem và chọn ở trang đối chiếu' },
  'import-row-not-doubtful': { status: 409, text: 'Dòng này không cần chọn nữa. Tải lại trang để xem' },
  'import-disk-full': {
    status: 507,
    text: 'Máy chủ hết chỗ trên ổ đĩa nên đã dừng, chưa ghi dòng nào. Báo quản trị viên giải phóng chỗ rồi làm lại',
  },
  'import-fault': {
    status: 500,
    text: 'Máy chủ gặp lỗi nên đã dừng, chưa ghi dòng nào. Làm lại; nếu vẫn gặp, báo quản trị viên',
  },
  'import-orderer-gone': { status: 409, text: 'Tài khoản của {who} không còn dùng được nên chưa ghi dòng nào' },
  'import-email': { status: 422, text: 'Địa chỉ thư chưa đúng. Nhập dạng lan@hatinh.gov.vn' },
  'import-staff-code': { status: 422, text: 'Mã cán bộ không có chữ hoặc số nào. Nhập mã hoặc để trống' },
  'import-no-unit': {
    status: 422,
    text: 'Không có đơn vị “{found}” trong phạm vi nhập. Ghi đúng tên, tên ngắn hoặc ký hiệu',
  },
  'import-units-alike': { status: 422, text: 'Có nhiều đơn vị tên “{found}”: {candidates}. Ghi cả đơn vị cấp trên' },
  'import-two-people': {
    status: 422,
    text: 'Mã hệ thống, mã cán bộ hoặc số định danh của dòng này thuộc về nhiều người khác nhau. Sửa lại mã',
  },
  'import-unknown-id': { status: 422, text: 'Mã hệ thống ở cột ẩn không có. Xóa ô đó, hoặc xuất lại danh sách' },
  'import-held-elsewhere': {
    status: 422,
    text: 'Mã này là của một người ngoài phạm vi nhập. Báo quản trị viên cấp trên',
  },
  'import-row-twice': {
    status: 422,
    text: 'Cùng một người với dòng {rows}. Giữ một dòng; nếu là hai người thì ghi mã cán bộ khác nhau',
  },
  'import-move-day': {
    status: 422,
    text: 'Chuyển đơn vị thì ghi chức vụ và ngày bắt đầu sau ngày {since} của vị trí đang giữ',
  },
  'import-post-overlaps': {
    status: 422,
    text: 'Người này đã có vị trí công tác khác từ ngày đó. Sửa vị trí ở trang của người đó trước',
  },
  'import-parent-wrong': { status: 422, text: 'Dòng của đơn vị cấp trên có lỗi. Sửa dòng đó trước' },

  'file-not-found': { status: 404, text: 'Không thấy tệp đã tải lên. Tải tệp lên lại' },
} as const satisfies Record<string, { status: number; text: string }>

export type RefusalCode = keyof typeof REFUSALS

/** The Vietnamese sentence with its values filled in. */
export function refusalSentence(code: RefusalCode, values: Readonly<Record<string, string>> = {}): string {
  return REFUSALS[code].text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

export function refusalStatus(code: RefusalCode): number {
  return REFUSALS[code].status
}
