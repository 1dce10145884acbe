<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BlockLook</name>
    <message>
        <source>%1′</source>
        <comment>minutes waiting</comment>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1′ late</source>
        <comment>minutes late</comment>
        <translation>迟%1分</translation>
    </message>
    <message>
        <source>%1′</source>
        <comment>minutes in service</comment>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>剩 %1 小时</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <comment>minutes and seconds</comment>
        <translation>剩 %1:%2</translation>
    </message>
</context>
<context>
    <name>BlockPainter</name>
    <message>
        <source>%1 is booking</source>
        <translation>%1正在预约</translation>
    </message>
    <message>
        <source>developing · %1 free</source>
        <translation>静置 · %1空闲</translation>
    </message>
    <message>
        <source>%1 free</source>
        <comment>a staff member, while it develops</comment>
        <translation>%1空闲</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>free again</source>
        <translation>又空出</translation>
    </message>
</context>
<context>
    <name>BusinessFile</name>
    <message>
        <source>must be a code such as &quot;%1&quot;</source>
        <translation>必须是“%1”这样的代码</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time zone; write an IANA name such as &quot;Europe/Berlin&quot;</source>
        <translation>“%1”不是时区；请写 IANA 名称，如“Asia/Shanghai”</translation>
    </message>
    <message>
        <source>must not be less than the capacity</source>
        <translation>不得小于容量</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>must be staff, room or equipment</source>
        <translation>必须是 staff、room 或 equipment</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>重复给出</translation>
    </message>
    <message>
        <source>must have at least one step</source>
        <translation>至少要有一个步骤</translation>
    </message>
    <message>
        <source>together must not be longer than a day</source>
        <translation>合计不得超过一天</translation>
    </message>
    <message>
        <source>must be the name of a staff member, room or equipment</source>
        <translation>必须是员工、房间或设备的名称</translation>
    </message>
    <message>
        <source>must be a colour such as &quot;#2f6fed&quot;</source>
        <translation>必须是“#2f6fed”这样的颜色</translation>
    </message>
    <message>
        <source>is the same as that of %1</source>
        <translation>与%1的相同</translation>
    </message>
    <message>
        <source>the file must hold one object in braces</source>
        <translation>文件必须是一个花括号中的对象</translation>
    </message>
</context>
<context>
    <name>BusinessPlan</name>
    <message>
        <source>is missing; a new location needs one</source>
        <translation>缺失；新门店需要它</translation>
    </message>
    <message>
        <source>belongs to a %1 in the book</source>
        <translation>在预约簿中属于 %1</translation>
    </message>
    <message>
        <source>is missing; there are several locations</source>
        <translation>缺失；有多个门店</translation>
    </message>
    <message>
        <source>is missing; the locations have none in common</source>
        <translation>缺失；各门店没有共同的值</translation>
    </message>
    <message>
        <source>is missing; a new service needs one</source>
        <translation>缺失；新服务需要它</translation>
    </message>
    <message>
        <source>is missing; the currency changes with it</source>
        <translation>缺失；货币随之改变</translation>
    </message>
    <message>
        <source>must be an amount of %1 such as &quot;%2&quot;</source>
        <translation>必须是“%2”这样的%1金额</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>重复给出</translation>
    </message>
    <message>
        <source>has no %1, but a step keeps one busy</source>
        <translation>没有 %1，但有步骤要占用</translation>
    </message>
    <message>
        <source>is missing; a new service needs them</source>
        <translation>缺失；新服务需要它们</translation>
    </message>
    <message>
        <source>is missing; a new service needs to know who can do it</source>
        <translation>缺失；新服务要写明谁能做</translation>
    </message>
    <message>
        <source>no such row is in the book</source>
        <translation>预约簿中没有这一行</translation>
    </message>
    <message>
        <source>stands in the book more than once (ids %1); add the &quot;id&quot; of the one that is meant</source>
        <translation>在预约簿中不止一个（id %1）；请加上所指那个的“id”</translation>
    </message>
    <message>
        <source>means the row %1 that another part of the file changes too</source>
        <translation>指的是行 %1，文件另一处也在修改它</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no location of the file or the book</source>
        <translation>“%1”不是文件或预约簿中的门店</translation>
    </message>
    <message>
        <source>several locations are named &quot;%1&quot; (ids %2)</source>
        <translation>有多个门店叫“%1”（id %2）</translation>
    </message>
    <message>
        <source>there is no location yet; the file must have one under &quot;locations&quot;</source>
        <translation>还没有门店；文件的“locations”下必须有一个</translation>
    </message>
    <message>
        <source>no staff member, room or equipment has the id %1</source>
        <translation>没有 id 为 %1 的员工、房间或设备</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no staff member, room or equipment of the file or the book</source>
        <translation>“%1”不是文件或预约簿中的员工、房间或设备</translation>
    </message>
    <message>
        <source>several are named &quot;%1&quot;; write {&quot;location&quot;: …, &quot;name&quot;: …} or the id</source>
        <translation>有多个叫“%1”；请写 {&quot;location&quot;: …, &quot;name&quot;: …} 或 id</translation>
    </message>
    <message>
        <source>must be a date such as 2026-12-24 or a time such as 2026-12-24T14:00 (%1)</source>
        <translation>必须是 2026-12-24 这样的日期或 2026-12-24T14:00 这样的时间（%1）</translation>
    </message>
    <message>
        <source>must be after &quot;from&quot;</source>
        <translation>必须晚于“from”</translation>
    </message>
</context>
<context>
    <name>CalendarAccessible</name>
    <message>
        <source>no such time on this day</source>
        <translation>当天没有这个时间</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a week</comment>
        <translation>%1至%2</translation>
    </message>
</context>
<context>
    <name>ClientCard</name>
    <message>
        <source>Your appointment</source>
        <translation>您的预约</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>If you can&apos;t come, please call %1</source>
        <translation>如不能前来，请致电 %1</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Nobody works on this day, and nothing is booked.</source>
        <translation>当天无人上班，也没有预约。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Client, phone</source>
        <translation>客户、电话</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Service, room</source>
        <translation>服务、房间</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Without a staff member</source>
        <translation>未指定员工</translation>
    </message>
    <message>
        <source>%1 (continued)</source>
        <translation>%1（续）</translation>
    </message>
    <message>
        <source>not at work on this day</source>
        <translation>当天不上班</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>未到店</translation>
    </message>
    <message>
        <source>held</source>
        <translation>暂留</translation>
    </message>
</context>
<context>
    <name>DaySummary</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 min late</source>
        <translation>迟到 %1 分钟</translation>
    </message>
    <message>
        <source>%1 %2 with %3</source>
        <comment>client, time, staff member</comment>
        <translation>%1 %2（%3）</translation>
    </message>
    <message>
        <source>%1 booked</source>
        <translation>预约 %1</translation>
    </message>
    <message>
        <source>%1 here</source>
        <translation>在店 %1</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>完成 %1</translation>
    </message>
    <message>
        <source>%1 no-show</source>
        <translation>爽约 %1</translation>
    </message>
</context>
<context>
    <name>DayText</name>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Desk</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>There is no display; frontdesk --screenshot FILE.png draws the day into a picture.</source>
        <translation>没有显示器；frontdesk --screenshot FILE.png 可把当天画成图片。</translation>
    </message>
    <message>
        <source>There is no book, and the demo can&apos;t be made.</source>
        <translation>没有预约簿，也无法生成演示。</translation>
    </message>
    <message>
        <source>The appointment book at the desk.</source>
        <translation>前台的预约簿。</translation>
    </message>
    <message>
        <source>The book: sqlite:PATH or postgresql://user@host/name (also from FRONTDESK_DATABASE).</source>
        <translation>预约簿：sqlite:路径 或 postgresql://用户@主机/名称（也可取自 FRONTDESK_DATABASE）。</translation>
    </message>
    <message>
        <source>The day to show, such as 2026-11-23.</source>
        <translation>要显示的日期，如 2026-11-23。</translation>
    </message>
    <message>
        <source>The window&apos;s size, such as 1600x1000.</source>
        <translation>窗口大小，如 1600x1000。</translation>
    </message>
    <message>
        <source>Draws the window into a picture and ends; needs no display.</source>
        <translation>把窗口画成图片后退出；不需要显示器。</translation>
    </message>
    <message>
        <source>For pictures: draws as if it were that time, such as 10:22.</source>
        <translation>用于图片：按此时间绘制，如 10:22。</translation>
    </message>
    <message>
        <source>Light or dark colours: light, dark.</source>
        <translation>浅色或深色：light、dark。</translation>
    </message>
    <message>
        <source>What the window speaks: en, zh_CN.</source>
        <translation>窗口的语言：en、zh_CN。</translation>
    </message>
    <message>
        <source>This desk&apos;s name.</source>
        <translation>本前台的名称。</translation>
    </message>
    <message>
        <source>Prints when the first day was painted and the memory then, and ends.</source>
        <translation>打印首日绘制完成的时刻和当时的内存，然后退出。</translation>
    </message>
    <message>
        <source>Who is signed in here (SQLite).</source>
        <translation>谁在此登录（SQLite）。</translation>
    </message>
    <message>
        <source>What is “%1”? See --help.</source>
        <translation>“%1”是什么？请看 --help。</translation>
    </message>
    <message>
        <source>--screenshot needs a file&apos;s name.</source>
        <translation>--screenshot 需要文件名。</translation>
    </message>
    <message>
        <source>--theme is light or dark.</source>
        <translation>--theme 只能是 light 或 dark。</translation>
    </message>
    <message>
        <source>--language is en or zh_CN.</source>
        <translation>--language 只能是 en 或 zh_CN。</translation>
    </message>
    <message>
        <source>--now is a time such as 10:22, and for --screenshot alone.</source>
        <translation>--now 是 10:22 这样的时间，且只用于 --screenshot。</translation>
    </message>
    <message>
        <source>“%1” is no date such as 2026-11-23.</source>
        <translation>“%1”不是 2026-11-23 这样的日期。</translation>
    </message>
    <message>
        <source>“%1” is no size such as 1600x1000.</source>
        <translation>“%1”不是 1600x1000 这样的大小。</translation>
    </message>
    <message>
        <source>Demo salon</source>
        <translation>演示沙龙</translation>
    </message>
    <message>
        <source>What to show: day, week, month, list.</source>
        <translation>显示什么：day、week、month、list。</translation>
    </message>
    <message>
        <source>There is no view “%1”: --view day, week, month or list.</source>
        <translation>没有“%1”这种视图：--view day、week、month 或 list。</translation>
    </message>
    <message>
        <source>How large everything is drawn: 1 to 4, such as 1.5.</source>
        <translation>一切画多大：1 到 4，例如 1.5。</translation>
    </message>
    <message>
        <source>--scale is a number from 1 to 4, such as 1.5.</source>
        <translation>--scale 是 1 到 4 之间的数，例如 1.5。</translation>
    </message>
</context>
<context>
    <name>JsonFields</name>
    <message>
        <source>must be an object in braces</source>
        <translation>必须是花括号中的对象</translation>
    </message>
    <message>
        <source>must be a text in quotes</source>
        <translation>必须是引号中的文字</translation>
    </message>
    <message>
        <source>must have at most %1 characters</source>
        <translation>最多 %1 个字符</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>不得为空</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必须是 true 或 false</translation>
    </message>
    <message>
        <source>must be a list in square brackets</source>
        <translation>必须是方括号中的列表</translation>
    </message>
    <message>
        <source>is not a key that is known here; known are: %1</source>
        <translation>不是这里认识的键；认识的有：%1</translation>
    </message>
    <message>
        <source>must be a number above 0</source>
        <translation>必须是大于 0 的数</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>必须是 %1 到 %2 的整数</translation>
    </message>
</context>
<context>
    <name>JsonText</name>
    <message>
        <source>is given twice</source>
        <translation>重复给出</translation>
    </message>
    <message>
        <source>holds a character that can&apos;t be stored</source>
        <translation>含有无法保存的字符</translation>
    </message>
    <message>
        <source>this is not JSON: %1</source>
        <translation>这不是 JSON：%1</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>MakingRights</name>
    <message>
        <source>to make the roles %1</source>
        <translation>创建角色 %1</translation>
    </message>
    <message>
        <source>to act for the roles that own every book of this server</source>
        <translation>代表拥有本服务器全部预约簿的角色</translation>
    </message>
    <message>
        <source>there is none yet</source>
        <translation>目前还没有</translation>
    </message>
    <message>
        <source>a new book belongs to who makes it</source>
        <translation>新预约簿归创建者所有</translation>
    </message>
    <message>
        <source>as in every database made by PostgreSQL 15</source>
        <translation>PostgreSQL 15 建的数据库都如此</translation>
    </message>
    <message>
        <source>to use the rights of its roles</source>
        <translation>使用其角色的权限</translation>
    </message>
    <message>
        <source>install PostgreSQL&apos;s extension btree_gist on the server (package postgresql-contrib)</source>
        <translation>在服务器上安装 PostgreSQL 扩展 btree_gist（软件包 postgresql-contrib）</translation>
    </message>
</context>
<context>
    <name>MonthDay</name>
    <message>
        <source>closed</source>
        <translation>休业</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>%1 free</source>
        <comment>6 h free</comment>
        <translation>空闲 %1</translation>
    </message>
    <message>
        <source>%1 booked</source>
        <translation>预约 %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>1 appointment</source>
        <translation>1 个预约</translation>
    </message>
    <message>
        <source>%1 appointments</source>
        <translation>%1 个预约</translation>
    </message>
    <message>
        <source>no appointments</source>
        <translation>没有预约</translation>
    </message>
</context>
<context>
    <name>OpenProblem</name>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>The database server at %1 does not answer. Check that it runs, that its name is right and that this computer is on the network.</source>
        <translation>%1 上的数据库服务器没有应答。请检查它是否在运行、名称是否正确、本机是否已联网。</translation>
    </message>
    <message>
        <source>The server refuses the password of %1. Type it again, or ask a manager to reset it.</source>
        <translation>服务器拒绝了 %1 的密码。请重新输入，或请管理员重设。</translation>
    </message>
    <message>
        <source>The server does not let %1 use this book. Ask a manager to add this user (frontdesk-admin user add).</source>
        <translation>服务器不允许 %1 使用此预约簿。请管理员添加该用户（frontdesk-admin user add）。</translation>
    </message>
    <message>
        <source>The login %1 may not make or update the book %2. Ask who runs the server to type there, as a superuser (psql), what stands below; then try again.</source>
        <translation>账户 %1 无权创建或更新预约簿 %2。请服务器的管理者以超级用户身份（psql）在那里输入下面的内容，然后重试。</translation>
    </message>
    <message>
        <source>The server has no database %1. Check the name, or create the book with frontdesk-admin init.</source>
        <translation>服务器上没有数据库 %1。请检查名称，或用 frontdesk-admin init 创建预约簿。</translation>
    </message>
    <message>
        <source>The database %1 does not store UTF8, so names would be damaged. Create the book in a database with the encoding UTF8.</source>
        <translation>数据库 %1 不以 UTF8 保存，姓名会损坏。请在编码为 UTF8 的数据库中创建预约簿。</translation>
    </message>
    <message>
        <source>The server may lose bookings that it has confirmed: synchronous_commit is off. Set it to on in the server&apos;s configuration.</source>
        <translation>服务器可能丢失已确认的预约：synchronous_commit 已关闭。请在服务器配置中设为 on。</translation>
    </message>
    <message>
        <source>The server reads quoted text in an unsafe way: standard_conforming_strings is off. Set it to on in the server&apos;s configuration.</source>
        <translation>服务器读取引号文字的方式不安全：standard_conforming_strings 已关闭。请在服务器配置中设为 on。</translation>
    </message>
    <message>
        <source>%1 is no appointment book, or it is damaged. Choose another file, or restore a backup.</source>
        <translation>%1 不是预约簿，或已损坏。请选择其他文件，或恢复备份。</translation>
    </message>
    <message>
        <source>There is no file %1. Check the name, or create a new book.</source>
        <translation>没有文件 %1。请检查名称，或新建预约簿。</translation>
    </message>
    <message>
        <source>%1 lies on a network drive, where several computers would damage it. Move the book to a disk of this computer, or use PostgreSQL for several desks.</source>
        <translation>%1 在网络驱动器上，多台电脑同时使用会损坏它。请把预约簿移到本机磁盘，多个前台请用 PostgreSQL。</translation>
    </message>
    <message>
        <source>%1 or its folder may not be written. Change the permissions, or choose another file.</source>
        <translation>%1 或其文件夹不可写。请修改权限，或选择其他文件。</translation>
    </message>
    <message>
        <source>The database %1 is read-only now, as a standby server is. Connect to the primary server.</source>
        <translation>数据库 %1 目前只读，像是备用服务器。请连接主服务器。</translation>
    </message>
    <message>
        <source>The disk that holds the book is full. Free some space and try again; nothing was lost.</source>
        <translation>存放预约簿的磁盘已满。请腾出空间后重试；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>There is no appointment book in %1 yet. Create one here, or choose another database.</source>
        <translation>%1 中还没有预约簿。请在此创建，或选择其他数据库。</translation>
    </message>
    <message>
        <source>The book was made by an older Frontdesk and must be brought up to date first. Back it up, then run frontdesk-admin migrate.</source>
        <translation>预约簿由旧版 Frontdesk 创建，须先升级。请备份后运行 frontdesk-admin migrate。</translation>
    </message>
    <message>
        <source>The book was made by a newer Frontdesk. Install the newer program on this computer.</source>
        <translation>预约簿由新版 Frontdesk 创建。请在本机安装新版程序。</translation>
    </message>
    <message>
        <source>The book in %1 could not be opened.</source>
        <translation>无法打开 %1 中的预约簿。</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>! there is an alert, see the screen</source>
        <translation>! 有提醒，见屏幕</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>date and time format</comment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>Printed %1</source>
        <translation>打印于 %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Day sheet, %1</source>
        <translation>日程表，%1</translation>
    </message>
    <message>
        <source>Day sheet of %1, %2</source>
        <translation>%1的日程表，%2</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>%1的一周</translation>
    </message>
    <message>
        <source>Appointment card of %1</source>
        <translation>%1的预约卡</translation>
    </message>
</context>
<context>
    <name>SlotTaken</name>
    <message>
        <source>, too near for the buffer</source>
        <translation>，离缓冲时间太近</translation>
    </message>
    <message>
        <source>, buffer till %1</source>
        <translation>，缓冲至 %1</translation>
    </message>
    <message>
        <source>, buffer from %1</source>
        <translation>，%1 起为缓冲</translation>
    </message>
    <message>
        <source>%1 is booking here</source>
        <translation>%1正在此处预约</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>Back to booked</source>
        <translation>恢复为已预约</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到店</translation>
    </message>
    <message>
        <source>Service started</source>
        <translation>开始服务</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Hold ran out</source>
        <translation>预留到期</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>已暂存</translation>
    </message>
    <message>
        <source>Moved %1 → %2</source>
        <translation>改期 %1 → %2</translation>
    </message>
    <message>
        <source>Booked online</source>
        <translation>网上预约</translation>
    </message>
    <message>
        <source>Length changed</source>
        <translation>时长已改</translation>
    </message>
    <message>
        <source>Now with %1</source>
        <translation>改由%1</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Now %1</source>
        <translation>改为%1</translation>
    </message>
    <message>
        <source>another service</source>
        <translation>其他服务</translation>
    </message>
    <message>
        <source>Confirmation: %1</source>
        <translation>确认：%1</translation>
    </message>
    <message>
        <source>Confirmation changed</source>
        <translation>确认状态已改</translation>
    </message>
    <message>
        <source>Price changed</source>
        <translation>价格已改</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>备注已改</translation>
    </message>
</context>
<context>
    <name>ViewKind</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d</source>
        <comment>date format</comment>
        <translation>d日</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from day to day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>WeekHours</name>
    <message>
        <source>must be a list of spans such as [[&quot;09:00&quot;, &quot;18:00&quot;]]</source>
        <translation>必须是时间段列表，如 [[&quot;09:00&quot;, &quot;18:00&quot;]]</translation>
    </message>
    <message>
        <source>must be two times such as [&quot;09:00&quot;, &quot;18:00&quot;]</source>
        <translation>必须是两个时间，如 [&quot;09:00&quot;, &quot;18:00&quot;]</translation>
    </message>
    <message>
        <source>must end after it begins</source>
        <translation>结束须晚于开始</translation>
    </message>
    <message>
        <source>must not begin before the span before it has ended</source>
        <translation>不得在前一时间段结束前开始</translation>
    </message>
    <message>
        <source>must be an object of days such as {&quot;mon-fri&quot;: [[&quot;09:00&quot;, &quot;18:00&quot;]]}</source>
        <translation>必须是按星期的对象，如 {&quot;mon-fri&quot;: [[&quot;09:00&quot;, &quot;18:00&quot;]]}</translation>
    </message>
    <message>
        <source>is no day; write mon, tue, wed, thu, fri, sat, sun or a range such as mon-fri</source>
        <translation>不是星期；请写 mon、tue、wed、thu、fri、sat、sun 或 mon-fri 这样的范围</translation>
    </message>
    <message>
        <source>names a day that another key names too</source>
        <translation>与另一个键指了同一天</translation>
    </message>
</context>
<context>
    <name>WeekPlan</name>
    <message>
        <source>%1 – %2, week %3</source>
        <translation>%1 – %2，第 %3 周</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date format</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休假</translation>
    </message>
    <message>
        <source>break</source>
        <translation>休息</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date format</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 developing</source>
        <translation>%1 静置</translation>
    </message>
    <message>
        <source>held</source>
        <translation>预留中</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>已到店</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>已暂存</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未询问</translation>
    </message>
    <message>
        <source>asked, no answer yet</source>
        <translation>已询问，未答复</translation>
    </message>
    <message>
        <source>message left</source>
        <translation>已留言</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>running late</source>
        <translation>会迟到</translation>
    </message>
    <message>
        <source>%1 is booking here</source>
        <translation>%1正在此处预约</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>closed at that time</source>
        <translation>该时间不营业</translation>
    </message>
    <message>
        <source>outside working hours</source>
        <translation>不在工作时间</translation>
    </message>
    <message>
        <source>outside %1&apos;s hours</source>
        <translation>不在%1的工作时间</translation>
    </message>
    <message>
        <source>%1 is %2&apos;s break</source>
        <translation>%1 是%2的休息时间</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>%1 停业</translation>
    </message>
    <message>
        <source>closed: %1</source>
        <translation>停业：%1</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1休假</translation>
    </message>
    <message>
        <source>%1 is off: %2</source>
        <translation>%1休假：%2</translation>
    </message>
    <message>
        <source>taken by %1 %2</source>
        <translation>已被%1占用 %2</translation>
    </message>
    <message>
        <source>%1 is taken</source>
        <translation>%1 已占用</translation>
    </message>
    <message>
        <source>too soon</source>
        <translation>时间太近</translation>
    </message>
    <message>
        <source>not on the grid of times</source>
        <translation>不在时间格上</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t do this</source>
        <translation>%1不做此项</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>不再提供</translation>
    </message>
    <message>
        <source>no room is free</source>
        <translation>没有空闲房间</translation>
    </message>
    <message>
        <source>this time has passed</source>
        <translation>此时间已过</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>3 × 45 min</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>free: %1</source>
        <comment>free: 3 × 45 min</comment>
        <translation>空档：%1</translation>
    </message>
    <message>
        <source>ddd d</source>
        <comment>date format</comment>
        <translation>d日 ddd</translation>
    </message>
</context>
<context>
    <name>frontdesk::AppointmentList</name>
    <message>
        <source>block</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
</context>
<context>
    <name>frontdesk::BlockPopup</name>
    <message>
        <source>Block time without a client</source>
        <translation>占用时间（无客户）</translation>
    </message>
    <message>
        <source>Block %1 · %2</source>
        <translation>占用 %1 · %2</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>What for? Training, delivery, …</source>
        <translation>用途？培训、收货…</translation>
    </message>
    <message>
        <source>What the time is for</source>
        <translation>占用的用途</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>时长（分钟）</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>占用(&amp;B)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
</context>
<context>
    <name>frontdesk::BookOpener</name>
    <message>
        <source>The database could not do it.</source>
        <translation>数据库未能完成。</translation>
    </message>
    <message>
        <source>Demo salon</source>
        <translation>演示沙龙</translation>
    </message>
    <message>
        <source>Your login may not bring the book up to date. Ask a manager to run frontdesk-admin migrate.</source>
        <translation>您的账户无权升级预约簿。请管理员运行 frontdesk-admin migrate。</translation>
    </message>
</context>
<context>
    <name>frontdesk::BookingConversation</name>
    <message>
        <source>Changed %1</source>
        <translation>已更改：%1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Moved %1</source>
        <translation>已移动：%1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
</context>
<context>
    <name>frontdesk::BookingConversation::Private</name>
    <message>
        <source>Moved %1</source>
        <translation>已移动：%1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>%1 has done the same already</source>
        <translation>%1已做了同样的更改</translation>
    </message>
    <message>
        <source>%1; %2 changed it too, and both are kept</source>
        <translation>%1；%2也改了，两者都已保留</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Book %1</source>
        <translation>预约 %1</translation>
    </message>
    <message>
        <source>Booked %1</source>
        <translation>已预约：%1</translation>
    </message>
    <message>
        <source>a block</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>Make %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>已添加：%1</translation>
    </message>
    <message>
        <source>Next to undo: %1. Ctrl+Z again undoes it</source>
        <translation>将撤销：%1。再按 Ctrl+Z 即撤销</translation>
    </message>
    <message>
        <source>This can&apos;t be undone: %1</source>
        <translation>无法撤销：%1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>%1, so “%2” was not undone: %3</source>
        <translation>%1，因此未撤销“%2”：%3</translation>
    </message>
    <message>
        <source>Not undone, %1: %2</source>
        <translation>未撤销，%1：%2</translation>
    </message>
    <message>
        <source>This can&apos;t be done again: %1</source>
        <translation>无法重做：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Not done again, %1: %2</source>
        <translation>未重做，%1：%2</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>%1 stays as it is now</source>
        <translation>%1保持现状</translation>
    </message>
</context>
<context>
    <name>frontdesk::BookingPopup</name>
    <message>
        <source>&amp;Book</source>
        <translation>预约(&amp;B)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Book an appointment</source>
        <translation>新建预约</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Client: a name or the last digits of a phone</source>
        <translation>客户：姓名或电话末几位</translation>
    </message>
    <message>
        <source>3 letters of a name, or the last 4 digits of a phone</source>
        <translation>姓名（3 个字母起）或电话后 4 位</translation>
    </message>
    <message>
        <source>Clients found</source>
        <translation>找到的客户</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name of the new client</source>
        <translation>新客户的姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phone of the new client</source>
        <translation>新客户的电话</translation>
    </message>
    <message>
        <source>Why is it booked all the same?</source>
        <translation>为何仍要预约？</translation>
    </message>
    <message>
        <source>Reason to book against the rule</source>
        <translation>违反规则仍预约的原因</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t do this service: choose another</source>
        <translation>%1不做此服务：请另选</translation>
    </message>
    <message>
        <source>● kept for you %1:%2 · other desks see it</source>
        <translation>● 为您预留 %1:%2 · 其他前台可见</translation>
    </message>
    <message>
        <source>keeping the place …</source>
        <translation>正在预留…</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未预留</translation>
    </message>
    <message>
        <source>kept from the first key on</source>
        <translation>按第一个键起即预留</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>到店 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no-shows</source>
        <translation>
            <numerusform>爽约 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Nobody more can be squeezed in there.</source>
        <translation>%1。此处不能再加插。</translation>
    </message>
    <message>
        <source>S&amp;queeze in</source>
        <translation>加插(&amp;Q)</translation>
    </message>
    <message>
        <source>Type 3 letters of a name, or the last 4 digits of a phone</source>
        <translation>请输入姓名（3 个字母起）或电话后 4 位</translation>
    </message>
    <message numerus="yes">
        <source>%n clients share “%1”: choose with ↑ ↓</source>
        <translation>
            <numerusform>有 %n 位客户符合“%1”：用 ↑ ↓ 选择</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 doesn&apos;t do %2, the last service: choose another</source>
        <translation>%1不做上次的服务“%2”：请另选</translation>
    </message>
    <message>
        <source>A client needs a name or a phone number</source>
        <translation>客户须有姓名或电话</translation>
    </message>
    <message>
        <source>%1 Say why it is booked all the same</source>
        <translation>%1 请写明为何仍要预约</translation>
    </message>
    <message>
        <source>Read the alert; Enter again books</source>
        <translation>请看提醒；再按 Enter 即预约</translation>
    </message>
    <message>
        <source>%1 %2 is a client already. Esc leaves; Enter again makes a new client all the same</source>
        <translation>%1 %2 已是客户。按 Esc 返回；再按 Enter 仍新建客户</translation>
    </message>
    <message>
        <source>%1. With a reason it can be booked all the same.</source>
        <translation>%1。写明原因后仍可预约。</translation>
    </message>
</context>
<context>
    <name>frontdesk::CalendarHeader</name>
    <message>
        <source>%1% taken</source>
        <comment>of a day</comment>
        <translation>已占 %1%</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>a day</comment>
        <translation>休业</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>frontdesk::CalendarView</name>
    <message>
        <source>Day</source>
        <translation>日视图</translation>
    </message>
    <message>
        <source>%1 is %2 already</source>
        <translation>%1已是“%2”</translation>
    </message>
    <message>
        <source>%1 is %2: that can&apos;t become %3</source>
        <translation>%1目前“%2”，不能改为“%3”</translation>
    </message>
    <message>
        <source>Nobody can be squeezed in with %1</source>
        <translation>%1处不能加插</translation>
    </message>
    <message>
        <source>%1 is %2: change the time with F2</source>
        <translation>%1“%2”：请用 F2 改时间</translation>
    </message>
    <message>
        <source>%1 is past: change the time with F2</source>
        <translation>%1已过时：请用 F2 改时间</translation>
    </message>
    <message>
        <source>%1: the clocks go forward then, and this time doesn&apos;t exist</source>
        <translation>%1：此时夏令时拨快，该时间不存在</translation>
    </message>
    <message>
        <source>%1 stays at %2: %3</source>
        <translation>%1仍在 %2：%3</translation>
    </message>
    <message>
        <source>free at %1</source>
        <translation>空闲：%1</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two times</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 is cut: choose a place, then Ctrl+V</source>
        <translation>已剪切%1：选好位置后按 Ctrl+V</translation>
    </message>
    <message>
        <source>%1 can&apos;t go there: %2</source>
        <translation>%1不能放在那里：%2</translation>
    </message>
    <message>
        <source>Reading the day…</source>
        <translation>正在读取当天…</translation>
    </message>
    <message>
        <source>Nobody is chosen in the staff list.</source>
        <translation>员工列表中未选任何人。</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Enter moves it here, Esc leaves it</source>
        <translation>Enter 移到此处，Esc 放弃</translation>
    </message>
    <message>
        <source>alert: %1</source>
        <translation>提醒：%1</translation>
    </message>
    <message>
        <source>first visit</source>
        <translation>首次到店</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>保存中</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>不营业</translation>
    </message>
    <message>
        <source>The clocks change: this day has no such time</source>
        <translation>时钟调整：当天没有这个时间</translation>
    </message>
    <message>
        <source>Reading the week…</source>
        <translation>正在读取本周…</translation>
    </message>
</context>
<context>
    <name>frontdesk::CancelPopup</name>
    <message>
        <source>Cancel %1, %2</source>
        <translation>取消 %1，%2</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Cancel %1: choose a reason by its digit</source>
        <translation>取消 %1：按数字选择原因</translation>
    </message>
    <message>
        <source>Take the block away</source>
        <translation>取消占用</translation>
    </message>
    <message>
        <source>Client cancelled</source>
        <translation>客户取消</translation>
    </message>
    <message>
        <source>Client is ill</source>
        <translation>客户生病</translation>
    </message>
    <message>
        <source>We had to cancel</source>
        <translation>我方取消</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>误预约</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>爽约</translation>
    </message>
</context>
<context>
    <name>frontdesk::CancelledDialog</name>
    <message>
        <source>%1 cancelled it %2</source>
        <translation>%2由 %1 取消</translation>
    </message>
    <message>
        <source>%1 was cancelled while you were editing</source>
        <translation>您编辑时，%1已被取消</translation>
    </message>
    <message>
        <source>It can be booked anew with everything you typed; nothing is booked before you press Book.</source>
        <translation>可用您输入的全部内容重新预约；按“预约”之前不会预约。</translation>
    </message>
    <message>
        <source>Back to &amp;editing</source>
        <translation>返回编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Book &amp;anew …</source>
        <translation>重新预约(&amp;A)…</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>frontdesk::ClientListModel</name>
    <message>
        <source>New client “%1”</source>
        <translation>新客户“%1”</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>last: %1, %2</source>
        <translation>上次：%1，%2</translation>
    </message>
    <message>
        <source>last: %1</source>
        <translation>上次：%1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>frontdesk::ConflictDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>As you opened it
%1</source>
        <translation>您打开时
%1</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>Alt+Y all</source>
        <translation>Alt+Y 全选</translation>
    </message>
    <message>
        <source>Theirs · %1</source>
        <translation>对方 · %1</translation>
    </message>
    <message>
        <source>Alt+T all</source>
        <translation>Alt+T 全选</translation>
    </message>
    <message>
        <source>Keep both, one under the other</source>
        <translation>都保留，上下排列</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>用您的</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>用对方的</translation>
    </message>
    <message>
        <source>both</source>
        <translation>都要</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未改</translation>
    </message>
    <message>
        <source>the same on both sides</source>
        <translation>双方相同</translation>
    </message>
    <message>
        <source>kept yours: only you changed it</source>
        <translation>保留您的：只有您改过</translation>
    </message>
    <message>
        <source>kept theirs: only %1 changed it</source>
        <translation>保留对方的：只有%1改过</translation>
    </message>
    <message>
        <source>%1: unchanged by both</source>
        <translation>%1：双方均未改</translation>
    </message>
    <message>
        <source>&amp;Keep theirs, drop mine</source>
        <translation>保留对方，放弃我的(&amp;K)</translation>
    </message>
    <message>
        <source>Back to &amp;editing</source>
        <translation>返回编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Everything is decided</source>
        <translation>已全部决定</translation>
    </message>
    <message>
        <source>1 choice is yours to make: ← →, then Enter</source>
        <translation>还有 1 项要您决定：← →，然后 Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n choices are yours to make: ← →, then Enter</source>
        <translation>
            <numerusform>还有 %n 项要您决定：← →，然后 Enter</numerusform>
        </translation>
    </message>
    <message>
        <source>Saves as: %1</source>
        <translation>将保存为：%1</translation>
    </message>
</context>
<context>
    <name>frontdesk::ConflictWords</name>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>（已清空）</translation>
    </message>
    <message>
        <source>When and with whom</source>
        <translation>时间与员工</translation>
    </message>
    <message>
        <source>Service and price</source>
        <translation>服务与价格</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>choose %1</source>
        <translation>请选择：%1</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source> — both are free right now</source>
        <translation>（目前两个时间都空闲）</translation>
    </message>
    <message>
        <source> — only yours is free right now</source>
        <translation>（目前只有您的时间空闲）</translation>
    </message>
    <message>
        <source> — yours is not free right now</source>
        <translation>（您的时间目前不空闲）</translation>
    </message>
    <message>
        <source> — neither is free right now</source>
        <translation>（目前两个时间都不空闲）</translation>
    </message>
    <message>
        <source>theirs as it stands; nothing of yours is left to save</source>
        <translation>对方的现状；您没有要保存的内容</translation>
    </message>
    <message>
        <source> — not free right now</source>
        <translation>（目前不空闲）</translation>
    </message>
    <message>
        <source>Somebody else changed this block</source>
        <translation>有人改了此占用</translation>
    </message>
    <message>
        <source>Somebody else changed this appointment</source>
        <translation>有人改了此预约</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 saved it %2, while you were editing</source>
        <translation>您编辑期间，%1 保存了更改（%2）</translation>
    </message>
    <message>
        <source>version %1, %2</source>
        <translation>版本 %1，%2</translation>
    </message>
</context>
<context>
    <name>frontdesk::ConnectPage</name>
    <message>
        <source>&amp;Keep the password in this computer&apos;s keychain</source>
        <translation>把密码保存在本机钥匙串中(&amp;K)</translation>
    </message>
    <message>
        <source>A manager gives you these; every person has a login of their own.</source>
        <translation>这些由管理员提供；每人有自己的账户。</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>数据库(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: the password is asked for at each start.</source>
        <translation>本机没有钥匙串：每次启动都要输入密码。</translation>
    </message>
    <message>
        <source>The server needs a name, such as “localhost” or “db.example.org”.</source>
        <translation>服务器须有名称，如“localhost”或“db.example.org”。</translation>
    </message>
    <message>
        <source>Which database, and which user?</source>
        <translation>哪个数据库？哪个用户？</translation>
    </message>
</context>
<context>
    <name>frontdesk::DayWindow</name>
    <message>
        <source>Frontdesk</source>
        <translation>Frontdesk</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>&amp;Manage</source>
        <translation>管理(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Services…</source>
        <translation>服务(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Letters act on the grid (A, S, C, B, T, G)</source>
        <translation>日历中启用字母键（A、S、C、B、T、G）(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Fit the day to the window</source>
        <translation>整天适应窗口(&amp;F)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <comment>of the program</comment>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>%1 – Frontdesk</source>
        <translation>%1 – Frontdesk</translation>
    </message>
    <message>
        <source>%1 has no appointment</source>
        <translation>%1没有预约</translation>
    </message>
    <message>
        <source>%1 has nothing ahead; this was the last visit</source>
        <translation>%1没有将来的预约；这是上次到店</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Panel at the &amp;left</source>
        <translation>左侧面板(&amp;L)</translation>
    </message>
    <message>
        <source>Panel at the &amp;right</source>
        <translation>右侧面板(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Cover names</source>
        <translation>遮住姓名(&amp;C)</translation>
    </message>
    <message>
        <source>Cover names &amp;by itself</source>
        <translation>自动遮住姓名(&amp;B)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message numerus="yes">
        <source>After %n idle minutes</source>
        <translation>
            <numerusform>闲置 %n 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>Names are covered: F8 shows them</source>
        <translation>姓名已遮住：按 F8 显示</translation>
    </message>
</context>
<context>
    <name>frontdesk::DeskSession</name>
    <message>
        <source>First finish what is open</source>
        <translation>请先完成未结束的操作</translation>
    </message>
</context>
<context>
    <name>frontdesk::EditForm</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>名称(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Client</source>
        <translation>客户(&amp;C)</translation>
    </message>
    <message>
        <source>Se&amp;rvice</source>
        <translation>服务(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>Whic&amp;h one</source>
        <translation>哪一个(&amp;H)</translation>
    </message>
    <message>
        <source>L&amp;ength</source>
        <translation>时长(&amp;E)</translation>
    </message>
    <message>
        <source>45, 1:30, or until 15:30</source>
        <translation>45、1:30，或到 15:30</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>员工(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>价格(&amp;P)</translation>
    </message>
    <message>
        <source>Con&amp;firmation</source>
        <translation>确认(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>取消(&amp;A)</translation>
    </message>
    <message>
        <source>Leave &amp;it as it was</source>
        <translation>不改动(&amp;I)</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>%1 cancelled this just now</source>
        <translation>%1刚刚取消了此预约</translation>
    </message>
    <message>
        <source>%1 changed this while you edit: %2</source>
        <translation>您编辑时%1做了更改：%2</translation>
    </message>
    <message>
        <source>%1 is editing this</source>
        <translation>%1正在编辑</translation>
    </message>
    <message>
        <source>R&amp;oom</source>
        <translation>房间(&amp;O)</translation>
    </message>
    <message>
        <source>E&amp;quipment</source>
        <translation>设备(&amp;Q)</translation>
    </message>
    <message>
        <source>this time comes twice that night: choose one</source>
        <translation>当晚此时间出现两次：请选一个</translation>
    </message>
    <message>
        <source>the clocks go forward then: this time doesn&apos;t exist</source>
        <translation>此时夏令时拨快：该时间不存在</translation>
    </message>
    <message>
        <source>not a time of day, such as 14:15</source>
        <translation>不是时间，如 14:15</translation>
    </message>
    <message>
        <source>not a length, such as 45 or 1:30</source>
        <translation>不是时长，如 45 或 1:30</translation>
    </message>
    <message>
        <source>it ends before it starts</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>a day at most</source>
        <translation>最多一天</translation>
    </message>
    <message>
        <source>Any that is free</source>
        <translation>任一空闲</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 · taken</source>
        <translation>%1 · 已占用</translation>
    </message>
    <message>
        <source>Why is it saved all the same?</source>
        <translation>为何仍要保存？</translation>
    </message>
    <message>
        <source>Reason to save against the rule</source>
        <translation>违反规则仍保存的原因</translation>
    </message>
    <message>
        <source>%1. With a reason somebody can be squeezed in there.</source>
        <translation>%1。写明原因后可加插。</translation>
    </message>
    <message>
        <source>%1. Nobody more can be squeezed in there.</source>
        <translation>%1。此处不能再加插。</translation>
    </message>
    <message>
        <source>Squee&amp;ze in</source>
        <translation>加插(&amp;Z)</translation>
    </message>
    <message>
        <source>has a character that can&apos;t be stored</source>
        <translation>含有无法保存的字符</translation>
    </message>
    <message>
        <source>choose a client from the list</source>
        <translation>请从列表中选择客户</translation>
    </message>
    <message>
        <source>not an amount</source>
        <translation>不是金额</translation>
    </message>
    <message>
        <source>Say why it is saved all the same</source>
        <translation>请写明为何仍要保存</translation>
    </message>
    <message>
        <source>%1. With a reason it can be saved all the same.</source>
        <translation>%1。写明原因后仍可保存。</translation>
    </message>
    <message>
        <source>nobody of this name or number</source>
        <translation>没有此姓名或号码的客户</translation>
    </message>
    <message>
        <source>Esc again drops what you typed; Enter saves it</source>
        <translation>再按 Esc 放弃输入；按 Enter 保存</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
</context>
<context>
    <name>frontdesk::GoToDate</name>
    <message>
        <source>Go to a date</source>
        <translation>转到日期</translation>
    </message>
    <message>
        <source>26.11, thu, +6w</source>
        <translation>11月26日、周四、+6周</translation>
    </message>
    <message>
        <source>A day, a weekday, or how far from today</source>
        <translation>日期、星期，或距今多久</translation>
    </message>
    <message>
        <source>That is no date yet</source>
        <translation>还不是日期</translation>
    </message>
</context>
<context>
    <name>frontdesk::Inspector</name>
    <message>
        <source>Arrived</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>A</source>
        <comment>key cap</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>F2</source>
        <comment>key cap</comment>
        <translation>F2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>key cap</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>key cap</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>B</source>
        <comment>key cap</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose an appointment or a free place.</source>
        <translation>请选择预约或空闲时段。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a date: free, break or closed</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Still free</source>
        <translation>剩余空档</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>S</source>
        <comment>key cap</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>C</source>
        <comment>key cap</comment>
        <translation>C</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>squeezed in: %1</source>
        <translation>加插：%1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>service, staff member</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 is editing this</source>
        <translation>%1正在编辑</translation>
    </message>
    <message>
        <source>first visit</source>
        <translation>首次到店</translation>
    </message>
    <message>
        <source>%1 · no-shows %2</source>
        <comment>visits</comment>
        <translation>%1 · 爽约 %2</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到店</translation>
    </message>
</context>
<context>
    <name>frontdesk::ListTable</name>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
</context>
<context>
    <name>frontdesk::ListView</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Filter: name, phone, note</source>
        <translation>筛选：姓名、电话、备注</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>All staff</source>
        <translation>全部员工</translation>
    </message>
    <message>
        <source>Every service</source>
        <translation>全部服务</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <comment>of the list</comment>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>没有符合筛选的预约</translation>
    </message>
    <message>
        <source>No appointments</source>
        <translation>没有预约</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>frontdesk::MiniMonth</name>
    <message>
        <source>Month</source>
        <translation>月历</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date format</comment>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>frontdesk::MonthCell</name>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>frontdesk::MonthView</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
</context>
<context>
    <name>frontdesk::PictureTaker</name>
    <message>
        <source>The book was not read in time.</source>
        <translation>未能及时读取预约簿。</translation>
    </message>
    <message>
        <source>The picture can&apos;t be written to %1.</source>
        <translation>图片无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>frontdesk::PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>&amp;Day, all staff</source>
        <translation>当天，全部员工(&amp;D)</translation>
    </message>
    <message>
        <source>Day, &amp;one staff member</source>
        <translation>当天，一位员工(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Week of one staff member</source>
        <translation>一位员工的一周(&amp;W)</translation>
    </message>
    <message>
        <source>Appointment &amp;card for %1</source>
        <translation>%1的预约卡(&amp;C)</translation>
    </message>
    <message>
        <source>Appointment &amp;card (select an appointment first)</source>
        <translation>预约卡（请先选中一个预约）(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;taff member</source>
        <translation>员工(&amp;T)</translation>
    </message>
    <message>
        <source>P&amp;hone of the business, on the card</source>
        <translation>印在卡上的商家电话(&amp;H)</translation>
    </message>
    <message>
        <source>Pa&amp;per</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>P&amp;rint on</source>
        <translation>打印到(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Reading the appointments …</source>
        <translation>正在读取预约…</translation>
    </message>
    <message>
        <source>The database can&apos;t be reached: these appointments can&apos;t be read now.</source>
        <translation>无法连接数据库：现在读不到这些预约。</translation>
    </message>
    <message>
        <source>This file is there already and will be replaced.</source>
        <translation>该文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t print. Is it switched on? A PDF file can be saved instead.</source>
        <translation>%1 没有打印。它开着吗？也可以存为 PDF 文件。</translation>
    </message>
    <message>
        <source>%1: sent to %2</source>
        <translation>%1：已发送到 %2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1: saved as %2</source>
        <translation>%1：已存为 %2</translation>
    </message>
</context>
<context>
    <name>frontdesk::Refusal</name>
    <message>
        <source>Outside the working hours</source>
        <translation>不在工作时间</translation>
    </message>
    <message>
        <source>The location is closed then</source>
        <translation>门店此时不营业</translation>
    </message>
    <message>
        <source>That is a break</source>
        <translation>那是休息时间</translation>
    </message>
    <message>
        <source>The location is closed that day</source>
        <translation>门店当天停业</translation>
    </message>
    <message>
        <source>This staff member is off then</source>
        <translation>该员工此时休假</translation>
    </message>
    <message>
        <source>Too short notice</source>
        <translation>提前时间不足</translation>
    </message>
    <message>
        <source>That time has passed</source>
        <translation>该时间已过</translation>
    </message>
    <message>
        <source>Not on the grid of start times</source>
        <translation>不在开始时间格上</translation>
    </message>
    <message>
        <source>This staff member doesn&apos;t do this service</source>
        <translation>该员工不做此服务</translation>
    </message>
    <message>
        <source>No room or equipment for this service is free then</source>
        <translation>此时没有适合该服务的空闲房间或设备</translation>
    </message>
    <message>
        <source>This service is no longer offered</source>
        <translation>此服务不再提供</translation>
    </message>
    <message>
        <source>This staff member or room is no longer in use</source>
        <translation>该员工或房间已停用</translation>
    </message>
    <message>
        <source>This client was merged into another or erased</source>
        <translation>该客户已合并到其他客户或被删除</translation>
    </message>
    <message>
        <source>The appointment can&apos;t go from its present status to that one</source>
        <translation>预约不能从当前状态变为该状态</translation>
    </message>
    <message>
        <source>A no-show is possible only after the start</source>
        <translation>开始之后才能记为爽约</translation>
    </message>
    <message>
        <source>It must end after it starts and last a day at most</source>
        <translation>结束须晚于开始，最长一天</translation>
    </message>
    <message>
        <source>Squeezing somebody in needs a reason</source>
        <translation>加插须写明原因</translation>
    </message>
    <message>
        <source>Only a receptionist or a manager may squeeze somebody in</source>
        <translation>只有前台或管理员可以加插</translation>
    </message>
    <message>
        <source>Nobody is squeezed in online</source>
        <translation>网上不能加插</translation>
    </message>
    <message>
        <source>Only a receptionist or a manager may book against the rule</source>
        <translation>只有前台或管理员可以违反规则预约</translation>
    </message>
    <message>
        <source>Nobody more can be squeezed in there</source>
        <translation>此处不能再加插</translation>
    </message>
    <message>
        <source>No seat is left in this group</source>
        <translation>该团体已无名额</translation>
    </message>
    <message>
        <source>Bookings stand in the way of a smaller capacity</source>
        <translation>已有预约，不能减小容量</translation>
    </message>
    <message>
        <source>This booking was sent before with other details</source>
        <translation>此预约曾以不同内容提交过</translation>
    </message>
    <message>
        <source>This is no phone number</source>
        <translation>这不是电话号码</translation>
    </message>
    <message>
        <source>This name can&apos;t be stored</source>
        <translation>此姓名无法保存</translation>
    </message>
    <message>
        <source>A client needs a name or a phone number</source>
        <translation>客户须有姓名或电话</translation>
    </message>
    <message>
        <source>The text has a character that can&apos;t be stored</source>
        <translation>文字含有无法保存的字符</translation>
    </message>
    <message>
        <source>The steps of the service can&apos;t be read</source>
        <translation>无法读取服务的步骤</translation>
    </message>
    <message>
        <source>This can&apos;t be changed after booking</source>
        <translation>预约后不能更改</translation>
    </message>
    <message>
        <source>The book&apos;s rule “%1” is against it</source>
        <translation>预约簿的规则“%1”不允许</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds ago</source>
        <translation>
            <numerusform>%n 秒前</numerusform>
        </translation>
    </message>
    <message>
        <source>a minute ago</source>
        <translation>1 分钟前</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message>
        <source>an hour ago</source>
        <translation>1 小时前</translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>same time</source>
        <translation>同一时间</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>晚 %1</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>早 %1</translation>
    </message>
    <message>
        <source>%1 changed it %2</source>
        <translation>%2由 %1 更改</translation>
    </message>
    <message>
        <source>It is no longer in the book</source>
        <translation>预约簿中已没有它</translation>
    </message>
    <message>
        <source>Taken by %1</source>
        <translation>已被 %1 占用</translation>
    </message>
    <message>
        <source>%1 is taken by %2</source>
        <translation>%1已被 %2 占用</translation>
    </message>
    <message>
        <source>Your login may not do this; ask a manager</source>
        <translation>您的账户无权操作；请找管理员</translation>
    </message>
    <message>
        <source>The database can&apos;t be reached; nothing typed is lost, try again</source>
        <translation>无法连接数据库；输入内容未丢失，请重试</translation>
    </message>
    <message>
        <source>The disk that holds the book is full: nothing was saved, nothing typed is lost. Free some space and try again</source>
        <translation>存放预约簿的磁盘已满：未保存，输入内容未丢失。请腾出空间后重试</translation>
    </message>
    <message>
        <source>The database could not save it: %1</source>
        <translation>数据库未能保存：%1</translation>
    </message>
</context>
<context>
    <name>frontdesk::SearchBox</name>
    <message>
        <source>no visit yet</source>
        <translation>尚未到店</translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>到店 1 次</translation>
    </message>
    <message>
        <source>%1 visits</source>
        <translation>到店 %1 次</translation>
    </message>
    <message>
        <source>Find a client</source>
        <translation>查找客户</translation>
    </message>
    <message>
        <source>Find a client: name or last digits of the phone</source>
        <translation>查找客户：姓名或电话末几位</translation>
    </message>
    <message>
        <source>Nobody is called that</source>
        <translation>没有叫这个名字的客户</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <comment>key cap</comment>
        <translation>Ctrl F</translation>
    </message>
</context>
<context>
    <name>frontdesk::ServiceBox</name>
    <message>
        <source>%1 developing</source>
        <translation>%1 静置</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a length in minutes, or several joined by +</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>选择服务</translation>
    </message>
    <message>
        <source>Choose a service with ↓ or its first letter</source>
        <translation>用 ↓ 或首字选择服务</translation>
    </message>
    <message>
        <source>No service is offered by this staff member yet: a manager adds them in the menu Manage</source>
        <translation>该员工还没有服务：由管理员在“管理”菜单中添加</translation>
    </message>
    <message>
        <source>%1 min buffer before, %2 min after</source>
        <translation>缓冲：前 %1 分钟，后 %2 分钟</translation>
    </message>
    <message>
        <source>%1 min buffer before</source>
        <translation>前缓冲 %1 分钟</translation>
    </message>
    <message>
        <source>%1 min buffer after</source>
        <translation>后缓冲 %1 分钟</translation>
    </message>
    <message>
        <source>no room free</source>
        <translation>无空闲房间</translation>
    </message>
    <message>
        <source>no device free</source>
        <translation>无空闲设备</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1空闲</translation>
    </message>
    <message>
        <source>next: %1 %2</source>
        <translation>下一位：%1 %2</translation>
    </message>
    <message>
        <source>%1 is already booked then: %2 %3 with %4</source>
        <translation>%1此时已有预约：%2 %3（%4）</translation>
    </message>
    <message>
        <source>%1 also has %2 %3 with %4</source>
        <translation>%1另有 %2 %3（%4）</translation>
    </message>
</context>
<context>
    <name>frontdesk::ServicesConflict</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Buffer before · after</source>
        <translation>缓冲 前 · 后</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Staff and needs</source>
        <translation>员工与所需</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>网上</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Somebody else changed this service</source>
        <translation>有人改了此服务</translation>
    </message>
    <message>
        <source>%1 saved it %2, while you were editing</source>
        <translation>您编辑期间，%1 保存了更改（%2）</translation>
    </message>
    <message>
        <source>%1 saved it, while you were editing</source>
        <translation>您编辑期间，%1 保存了更改</translation>
    </message>
    <message>
        <source>before version %1</source>
        <translation>版本 %1 之前</translation>
    </message>
    <message>
        <source>choose %1</source>
        <translation>请选择：%1</translation>
    </message>
</context>
<context>
    <name>frontdesk::ServicesDelegate</name>
    <message>
        <source>was %1</source>
        <translation>原为 %1</translation>
    </message>
</context>
<context>
    <name>frontdesk::ServicesModel</name>
    <message>
        <source>So many of those booked ahead could not be booked like this. They keep what they have.</source>
        <translation>已有预约中这么多无法按此设置预约。它们保持不变。</translation>
    </message>
    <message>
        <source>%1 is editing this</source>
        <translation>%1正在编辑</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Buffer before · after</source>
        <translation>缓冲 前 · 后</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>网上</translation>
    </message>
    <message>
        <source>Booked ahead</source>
        <translation>将来预约</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>breaks %1 of %2</source>
        <comment>bookings that would no longer fit</comment>
        <translation>%2 个中 %1 个不再合适</translation>
    </message>
    <message>
        <source>new: Enter saves it</source>
        <translation>新：按 Enter 保存</translation>
    </message>
    <message>
        <source>not saved: see red</source>
        <translation>未保存：见红字</translation>
    </message>
    <message>
        <source>new: give it a name</source>
        <translation>新：请填名称</translation>
    </message>
    <message>
        <source>has a character that can&apos;t be stored</source>
        <translation>含有无法保存的字符</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>%1 changed it too; both are kept</source>
        <translation>%1也改了；两者都已保留</translation>
    </message>
</context>
<context>
    <name>frontdesk::ServicesText</name>
    <message>
        <source>not lengths, such as 35 + 40 + 15</source>
        <translation>不是时长，如 35 + 40 + 15</translation>
    </message>
    <message>
        <source>a step lasts a minute to a day</source>
        <translation>每步 1 分钟到一天</translation>
    </message>
    <message>
        <source>developing</source>
        <translation>静置</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation>不认识“%1”</translation>
    </message>
    <message>
        <source>a day at most</source>
        <translation>最多一天</translation>
    </message>
    <message>
        <source>%1 · %2 min</source>
        <translation>%1 · %2 分钟</translation>
    </message>
    <message>
        <source>not minutes, such as 0 · 10</source>
        <translation>不是分钟数，如 0 · 10</translation>
    </message>
    <message>
        <source>4 hours at most</source>
        <translation>最多 4 小时</translation>
    </message>
    <message>
        <source>not an amount</source>
        <translation>不是金额</translation>
    </message>
    <message>
        <source>needs a name</source>
        <translation>须有名称</translation>
    </message>
    <message>
        <source>400 characters at most</source>
        <translation>最多 400 个字符</translation>
    </message>
    <message>
        <source>has a character that can&apos;t be stored</source>
        <translation>含有无法保存的字符</translation>
    </message>
    <message>
        <source>not a colour, such as #2f6fed or teal</source>
        <translation>不是颜色，如 #2f6fed 或 teal</translation>
    </message>
    <message>
        <source>nobody is called “%1”</source>
        <translation>没有人叫“%1”</translation>
    </message>
    <message>
        <source>nothing is called “%1”</source>
        <translation>没有叫“%1”的</translation>
    </message>
    <message>
        <source>“%1” could be several</source>
        <translation>“%1”可能指多个</translation>
    </message>
</context>
<context>
    <name>frontdesk::ServicesWindow</name>
    <message>
        <source>Show reti&amp;red</source>
        <translation>显示已停用(&amp;R)</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;tire</source>
        <translation>停用(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Of&amp;fer again</source>
        <translation>重新启用(&amp;F)</translation>
    </message>
    <message numerus="yes">
        <source>Sho&amp;w the %n that break</source>
        <translation>
            <numerusform>显示不再合适的 %n 个(&amp;W)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::SqueezeReason</name>
    <message>
        <source>Squeeze in all the same? Say why</source>
        <translation>仍要加插？请写明原因</translation>
    </message>
    <message>
        <source>Reason to squeeze in where it is taken</source>
        <translation>在已占用处加插的原因</translation>
    </message>
</context>
<context>
    <name>frontdesk::StaffFilter</name>
    <message>
        <source>Staff shown</source>
        <translation>显示的员工</translation>
    </message>
</context>
<context>
    <name>frontdesk::StartDialog</name>
    <message>
        <source>Frontdesk</source>
        <translation>Frontdesk</translation>
    </message>
    <message>
        <source>Your appointment book</source>
        <translation>您的预约簿</translation>
    </message>
    <message>
        <source>&amp;Look around in a demo salon</source>
        <translation>逛逛演示沙龙(&amp;L)</translation>
    </message>
    <message>
        <source>Six people&apos;s days, full of appointments; nothing in it is real.</source>
        <translation>六位员工排满的预约；全部是虚构的。</translation>
    </message>
    <message>
        <source>&amp;Begin a new book</source>
        <translation>新建预约簿(&amp;B)</translation>
    </message>
    <message>
        <source>For a business with a single computer; the book is a file on it.</source>
        <translation>适合只有一台电脑的店；预约簿是其中的一个文件。</translation>
    </message>
    <message>
        <source>&amp;Connect to PostgreSQL</source>
        <translation>连接 PostgreSQL(&amp;C)</translation>
    </message>
    <message>
        <source>For a business of several desks that share one database.</source>
        <translation>适合多个前台共用一个数据库的店。</translation>
    </message>
    <message>
        <source>Ana, Ben, Chloé</source>
        <translation>王芳、李娜、张伟</translation>
    </message>
    <message>
        <source>&amp;Business</source>
        <translation>店名(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Staff</source>
        <translation>员工(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>时区(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Currency</source>
        <translation>货币(&amp;C)</translation>
    </message>
    <message>
        <source>Open Monday to Friday, 9 to 18, at first. Services are added in the menu Manage.</source>
        <translation>起初周一至周五 9 点到 18 点营业。服务在“管理”菜单中添加。</translation>
    </message>
    <message>
        <source>B&amp;ack</source>
        <translation>返回(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Make the book</source>
        <translation>创建预约簿(&amp;M)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>&amp;Another book</source>
        <translation>其他预约簿(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Bring it up to date</source>
        <translation>升级(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Keeping the password in the keychain …</source>
        <translation>正在把密码存入钥匙串…</translation>
    </message>
    <message>
        <source>The keychain did not take the password: it is asked for at each start. Connect goes on without.</source>
        <translation>钥匙串未接受密码：每次启动都要输入。按“连接”继续。</translation>
    </message>
    <message>
        <source>Type the password of %1; this computer does not keep it.</source>
        <translation>请输入 %1 的密码；本机没有保存。</translation>
    </message>
    <message>
        <source>To be done: %1. A backup first is a good idea (frontdesk-admin backup).</source>
        <translation>待办：%1。建议先备份（frontdesk-admin backup）。</translation>
    </message>
    <message>
        <source>Filling a demo salon …</source>
        <translation>正在生成演示沙龙…</translation>
    </message>
    <message>
        <source>The business needs a name.</source>
        <translation>请填店名。</translation>
    </message>
    <message>
        <source>Who works there? At least one name.</source>
        <translation>谁在店里工作？至少一个名字。</translation>
    </message>
    <message>
        <source>A currency&apos;s code has three letters, such as EUR.</source>
        <translation>货币代码是三个字母，如 CNY。</translation>
    </message>
    <message>
        <source>Making the book …</source>
        <translation>正在创建预约簿…</translation>
    </message>
    <message>
        <source>Bringing the book up to date …</source>
        <translation>正在升级预约簿…</translation>
    </message>
</context>
<context>
    <name>frontdesk::StatusLine</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <comment>key cap</comment>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo &amp;anyway</source>
        <translation>仍要撤销(&amp;A)</translation>
    </message>
    <message>
        <source>Connecting to the book…</source>
        <translation>正在连接预约簿…</translation>
    </message>
    <message>
        <source>%1 desks</source>
        <translation>%1 个前台</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>all changes saved</source>
        <translation>更改已全部保存</translation>
    </message>
    <message>
        <source>as of %1: the link is lost, trying again</source>
        <translation>截至 %1：连接已断，正在重试</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
</context>
<context>
    <name>frontdesk::TakenDialog</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已占用</translation>
    </message>
    <message>
        <source>booked by %1, %2</source>
        <comment>who, how long ago</comment>
        <translation>%2由 %1 预约</translation>
    </message>
    <message>
        <source>booked %1</source>
        <comment>how long ago</comment>
        <translation>%1预约</translation>
    </message>
    <message>
        <source>booked by %1</source>
        <translation>%1 预约</translation>
    </message>
    <message>
        <source>%1 with %2 has just been taken</source>
        <translation>%2 %1 刚被占用</translation>
    </message>
    <message>
        <source>The nearest free times</source>
        <translation>最近的空闲时间</translation>
    </message>
    <message>
        <source>No free time was found nearby</source>
        <translation>附近没有空闲时间</translation>
    </message>
    <message>
        <source>A choice fills the form; nothing is booked yet</source>
        <translation>选择后填入表单；尚未预约</translation>
    </message>
    <message>
        <source>Back to &amp;editing</source>
        <translation>返回编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>same person, %1</source>
        <translation>同一员工，%1</translation>
    </message>
    <message>
        <source>Take %1 into the form</source>
        <translation>把 %1 填入表单</translation>
    </message>
</context>
<context>
    <name>frontdesk::TopBar</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Today (T)</source>
        <translation>今天 (T)</translation>
    </message>
    <message>
        <source>Go to a date (G)</source>
        <translation>转到日期 (G)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Left)</source>
        <comment>what the key does</comment>
        <translation>%1（Ctrl+左箭头）</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Right)</source>
        <comment>what the key does</comment>
        <translation>%1（Ctrl+右箭头）</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>frontdesk::ViewSwitch</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>%1 (Alt+%2)</source>
        <comment>a view, its key</comment>
        <translation>%1（Alt+%2）</translation>
    </message>
</context>
<context>
    <name>frontdesk::WaitingPerson</name>
    <message>
        <source>%1, %2, for %3</source>
        <translation>%1，%2，等%3</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>等%1</translation>
    </message>
</context>
<context>
    <name>frontdesk::WaitingStrip</name>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>无人等候</translation>
    </message>
    <message>
        <source>Next 30 min: nobody</source>
        <translation>30 分钟内：无</translation>
    </message>
    <message>
        <source>Next 30 min: %1</source>
        <translation>30 分钟内：%1</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>so many more wait</comment>
        <translation>+%1</translation>
    </message>
</context>
</TS>
