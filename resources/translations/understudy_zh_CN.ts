<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Advanced</name>
    <message>
        <source>Address of the hub</source>
        <translation>模型站地址</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>Time for one message</source>
        <translation>每条消息的时限</translation>
    </message>
    <message>
        <source>A mirror to download from, where the usual hub cannot be reached.</source>
        <translation>当无法访问默认模型站时，从此镜像站下载。</translation>
    </message>
    <message>
        <source>Only for models that ask who you are. It stays in the vault, and is shown to the hub alone.</source>
        <translation>仅用于需要验证身份的模型。它保存在保险库中，只会出示给模型站。</translation>
    </message>
    <message>
        <source>After so long the app asks whether to send without the private reader.</source>
        <translation>超过此时间后，应用会询问是否不经本机阅读器直接发送。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>显示令牌</translation>
    </message>
    <message>
        <source> seconds</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>These choices are kept outside the vault. They hold nothing private.</source>
        <translation>这些选择保存在保险库之外，不含任何隐私。</translation>
    </message>
</context>
<context>
    <name>AsidePart</name>
    <message>
        <source>Kept aside</source>
        <translation>另存的旧数据库</translation>
    </message>
    <message>
        <source>Databases that a backup or an import has replaced. They hold everything of then, encrypted; remove those that you no longer need.</source>
        <translation>被备份或导入替换下来的数据库。其中加密保存着当时的全部内容，不再需要的可以删除。</translation>
    </message>
    <message>
        <source>Databases kept aside, the oldest first</source>
        <translation>另存的旧数据库，最早的在前</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Remove the chosen database that is kept aside</source>
        <translation>删除选中的旧数据库</translation>
    </message>
</context>
<context>
    <name>AssistantPicker</name>
    <message>
        <source>Assistant: {name}</source>
        <translation>助手：{name}</translation>
    </message>
    <message>
        <source>Choose an assistant</source>
        <translation>选择助手</translation>
    </message>
    <message>
        <source>Mirror · no account, nothing leaves</source>
        <translation>镜像 · 无需账号，内容不会外发</translation>
    </message>
</context>
<context>
    <name>AssistantsPage</name>
    <message>
        <source>Assistants</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Chats go to the assistant that you choose, under your own key.</source>
        <translation>对话会用您自己的密钥发给您所选的助手。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add an assistant</source>
        <translation>添加助手</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove this assistant</source>
        <translation>移除此助手</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Mirror is part of this app. It answers with what an assistant would have seen, so that you can try things out. It needs no account, nothing leaves this computer, and it is always here.</source>
        <translation>镜像是本应用自带的助手。它会把助手能看到的内容原样回给您，方便您试用。它无需账号，任何内容都不会离开这台电脑，并且始终可用。</translation>
    </message>
    <message>
        <source>Another address…</source>
        <translation>其他地址…</translation>
    </message>
    <message>
        <source>Remove assistant</source>
        <translation>移除助手</translation>
    </message>
    <message>
        <source>Remove {name} and its key?</source>
        <translation>要移除 {name} 及其密钥吗？</translation>
    </message>
    <message>
        <source>Its chats stay, and can go on with another assistant.</source>
        <translation>相关对话会保留，可换一个助手继续。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>BackupsPart</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made by themselves while you work, encrypted, in a folder beside the vault: the newest ones, and one for each of the last days.</source>
        <translation>在您使用时自动生成，经过加密，放在保险库旁边的文件夹里：保留最新的几份，以及最近几天每天一份。</translation>
    </message>
    <message>
        <source>There is no backup yet. The first one comes by itself.</source>
        <translation>还没有备份。第一份会自动生成。</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>备份，最新的在前</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Restore the chosen backup</source>
        <translation>恢复所选的备份</translation>
    </message>
</context>
<context>
    <name>ChatListModel</name>
    <message>
        <source>Untitled chat</source>
        <translation>未命名对话</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message. Private details are marked here and stay at home.</source>
        <translation>写消息吧。隐私信息会在这里标出，并留在本机。</translation>
    </message>
    <message>
        <source>Write as {name}. Private details are marked here and stay at home.</source>
        <translation>以“{name}”的身份写消息。隐私信息会在这里标出，并留在本机。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Alt+Down goes to the next private piece, Alt+Enter tells about it.</source>
        <translation>按 Alt+向下键跳到下一处隐私信息，按 Alt+回车键查看说明。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>Send · %n stay home</source>
        <translation>
            <numerusform>发送 · %n 项留在本机</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop the reply (Esc)</source>
        <translation>停止回复 (Esc)</translation>
    </message>
    <message>
        <source>About this private piece…</source>
        <translation>关于这处隐私信息…</translation>
    </message>
    <message>
        <source>Hide this</source>
        <translation>隐藏此内容</translation>
    </message>
    <message>
        <source>Hide this as</source>
        <translation>隐藏为</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出了点问题</translation>
    </message>
    <message>
        <source>This is a fault in Understudy</source>
        <translation>这是 Understudy 自身的故障</translation>
    </message>
    <message>
        <source>It was not your doing. Finished messages are in the vault. You can go on working; if the window behaves oddly, close it and start again.</source>
        <translation>这不是您造成的。已完成的消息都在保险库中。您可以继续使用；如果窗口表现异常，请关闭后重新启动。</translation>
    </message>
    <message>
        <source>The report below names the kind of fault and the places in the code. It holds nothing that you wrote, and nothing is sent by itself.</source>
        <translation>下面的报告只列出故障类型和代码位置，不含您写的任何内容，也不会自动发送。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>EditingBar</name>
    <message>
        <source>You are editing an earlier message. Sending replaces it and everything after it.</source>
        <translation>您正在编辑之前的一条消息。发送后，它和之后的所有内容都会被替换。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the message as it is (Esc)</source>
        <translation>保留原消息不变（Esc）</translation>
    </message>
    <message>
        <source>Leave the message as it is</source>
        <translation>保留原消息不变</translation>
    </message>
</context>
<context>
    <name>Explanations</name>
    <message>
        <source>follows a word for an account number</source>
        <translation>跟在表示账号的词语后面</translation>
    </message>
    <message>
        <source>names a kind of account</source>
        <translation>说出了账户的种类</translation>
    </message>
    <message>
        <source>follows words that announce an address</source>
        <translation>跟在引出地址的词语后面</translation>
    </message>
    <message>
        <source>stands before an e-mail address</source>
        <translation>写在电子邮件地址前面</translation>
    </message>
    <message>
        <source>tells an age</source>
        <translation>说出了年龄</translation>
    </message>
    <message>
        <source>names an allergy</source>
        <translation>说出了过敏情况</translation>
    </message>
    <message>
        <source>is an amount beside the word that says what it was for</source>
        <translation>是一笔金额，旁边写着用途</translation>
    </message>
    <message>
        <source>follows the name of a key</source>
        <translation>跟在密钥的名称后面</translation>
    </message>
    <message>
        <source>follows the word token or cookie</source>
        <translation>跟在“token”或“cookie”一词后面</translation>
    </message>
    <message>
        <source>follows the words backup or recovery code</source>
        <translation>跟在表示备用码或恢复码的词语后面</translation>
    </message>
    <message>
        <source>names a bank beside a word about money</source>
        <translation>说出了银行名称，旁边有与钱有关的词语</translation>
    </message>
    <message>
        <source>names a bank with a card or account</source>
        <translation>说出了银行以及卡或账户</translation>
    </message>
    <message>
        <source>follows the name of a header that signs in</source>
        <translation>跟在用于登录的请求头名称后面</translation>
    </message>
    <message>
        <source>follows a word for a fingerprint or face template</source>
        <translation>跟在表示指纹或面部模板的词语后面</translation>
    </message>
    <message>
        <source>is a date beside the word born or birthday</source>
        <translation>是一个日期，旁边有“出生”或“生日”</translation>
    </message>
    <message>
        <source>looks like a blood pressure</source>
        <translation>看起来像血压值</translation>
    </message>
    <message>
        <source>is a blood type</source>
        <translation>是血型</translation>
    </message>
    <message>
        <source>is a weight, height or eyesight</source>
        <translation>是体重、身高或视力</translation>
    </message>
    <message>
        <source>is a measured value of the body</source>
        <translation>是身体的测量值</translation>
    </message>
    <message>
        <source>follows the word called</source>
        <translation>跟在“叫”一词后面</translation>
    </message>
    <message>
        <source>is a card number with valid check digits</source>
        <translation>是校验位正确的卡号</translation>
    </message>
    <message>
        <source>looks like a card number</source>
        <translation>看起来像卡号</translation>
    </message>
    <message>
        <source>tells a card&apos;s last digits</source>
        <translation>说出了卡号的末几位</translation>
    </message>
    <message>
        <source>is a card&apos;s date of expiry</source>
        <translation>是卡的有效期</translation>
    </message>
    <message>
        <source>follows the words for a card&apos;s security code</source>
        <translation>跟在表示卡安全码的词语后面</translation>
    </message>
    <message>
        <source>looks like a Chinese address</source>
        <translation>看起来像中国地址</translation>
    </message>
    <message>
        <source>looks like a Chinese licence plate</source>
        <translation>看起来像中国车牌号</translation>
    </message>
    <message>
        <source>names a class at school</source>
        <translation>说出了学校里的班级</translation>
    </message>
    <message>
        <source>is a code beside a word for an account</source>
        <translation>是表示账户的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside the words backup or recovery</source>
        <translation>是“备用”或“恢复”旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for a booking</source>
        <translation>是表示预订的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for a case</source>
        <translation>是表示案件的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for a device</source>
        <translation>是表示设备的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for a document</source>
        <translation>是表示证件的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside the word key</source>
        <translation>是“密钥”一词旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for a medical record</source>
        <translation>是表示病历的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for a user or member</source>
        <translation>是表示用户或会员的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for a verification code</source>
        <translation>是表示验证码的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside the word PIN</source>
        <translation>是“PIN”一词旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for a licence plate</source>
        <translation>是表示车牌的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for a project or task</source>
        <translation>是表示项目或任务的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside the word token or session</source>
        <translation>是“token”或“会话”旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for an order or payment</source>
        <translation>是表示订单或付款的词语旁边的代码</translation>
    </message>
    <message>
        <source>is a code beside a word for a ticket or flight</source>
        <translation>是表示车票或航班的词语旁边的代码</translation>
    </message>
    <message>
        <source>looks like a reference code</source>
        <translation>看起来像编号</translation>
    </message>
    <message>
        <source>looks like a company&apos;s name</source>
        <translation>看起来像公司名称</translation>
    </message>
    <message>
        <source>names a disease or symptom of somebody</source>
        <translation>说出了某人的疾病或症状</translation>
    </message>
    <message>
        <source>looks like a database connection string</source>
        <translation>看起来像数据库连接字符串</translation>
    </message>
    <message>
        <source>is a position on the globe</source>
        <translation>是地理坐标</translation>
    </message>
    <message>
        <source>speaks of police or a court</source>
        <translation>提到了警方或法院</translation>
    </message>
    <message>
        <source>is a credit score</source>
        <translation>是信用评分</translation>
    </message>
    <message>
        <source>looks like the address of a wallet</source>
        <translation>看起来像钱包地址</translation>
    </message>
    <message>
        <source>names a kind of debt</source>
        <translation>说出了债务的种类</translation>
    </message>
    <message>
        <source>names what somebody studied</source>
        <translation>说出了某人的专业</translation>
    </message>
    <message>
        <source>follows a word for a device&apos;s number</source>
        <translation>跟在表示设备编号的词语后面</translation>
    </message>
    <message>
        <source>follows words for a diagnosis</source>
        <translation>跟在表示诊断的词语后面</translation>
    </message>
    <message>
        <source>is a dose</source>
        <translation>是用药剂量</translation>
    </message>
    <message>
        <source>looks like an e-mail address</source>
        <translation>看起来像电子邮箱地址</translation>
    </message>
    <message>
        <source>reads like an e-mail address in words</source>
        <translation>读起来像用文字写出的电子邮箱地址</translation>
    </message>
    <message>
        <source>follows words for an employer</source>
        <translation>跟在表示工作单位的词语后面</translation>
    </message>
    <message>
        <source>tells an ethnicity</source>
        <translation>说出了民族</translation>
    </message>
    <message>
        <source>looks like a flight number</source>
        <translation>看起来像航班号</translation>
    </message>
    <message>
        <source>is a gate or terminal</source>
        <translation>是登机口或航站楼</translation>
    </message>
    <message>
        <source>tells a gender</source>
        <translation>说出了性别</translation>
    </message>
    <message>
        <source>looks like a user name</source>
        <translation>看起来像用户名</translation>
    </message>
    <message>
        <source>looks like a Hong Kong identity card number</source>
        <translation>看起来像香港身份证号码</translation>
    </message>
    <message>
        <source>is a folder of somebody&apos;s own</source>
        <translation>是某人自己的文件夹</translation>
    </message>
    <message>
        <source>is whose folder it is</source>
        <translation>是文件夹主人的名字</translation>
    </message>
    <message>
        <source>is somebody&apos;s page on the web</source>
        <translation>是某人的个人网页</translation>
    </message>
    <message>
        <source>names a place to stay</source>
        <translation>说出了住宿地点</translation>
    </message>
    <message>
        <source>is a room at a place to stay</source>
        <translation>是住宿地点的房间号</translation>
    </message>
    <message>
        <source>is an IBAN with valid check digits</source>
        <translation>是校验位正确的 IBAN</translation>
    </message>
    <message>
        <source>is an identity number with valid check digits</source>
        <translation>是校验位正确的证件号码</translation>
    </message>
    <message>
        <source>follows a word for an identity number</source>
        <translation>跟在表示证件号码的词语后面</translation>
    </message>
    <message>
        <source>follows the word IMEI</source>
        <translation>跟在“IMEI”一词后面</translation>
    </message>
    <message>
        <source>is an interest rate</source>
        <translation>是利率</translation>
    </message>
    <message>
        <source>looks like a host inside a network</source>
        <translation>看起来像内网主机</translation>
    </message>
    <message>
        <source>is an address inside a network or of a server</source>
        <translation>是内网或服务器的地址</translation>
    </message>
    <message>
        <source>is how somebody introduces themselves</source>
        <translation>是某人自我介绍时的名字</translation>
    </message>
    <message>
        <source>is an IP address</source>
        <translation>是 IP 地址</translation>
    </message>
    <message>
        <source>has the form of an issuer&apos;s key</source>
        <translation>符合某家发行方的密钥格式</translation>
    </message>
    <message>
        <source>is a job that somebody holds</source>
        <translation>是某人的职位</translation>
    </message>
    <message>
        <source>has the form of a signed web token</source>
        <translation>符合签名网络令牌的格式</translation>
    </message>
    <message>
        <source>is said to be kept inside a company</source>
        <translation>是公司内部不外传的事</translation>
    </message>
    <message>
        <source>is kept from before</source>
        <translation>是以前保存过的内容</translation>
    </message>
    <message>
        <source>is a known given name</source>
        <translation>是常见的名字</translation>
    </message>
    <message>
        <source>is the size of a growth</source>
        <translation>是病灶的大小</translation>
    </message>
    <message>
        <source>follows the words driving licence</source>
        <translation>跟在“驾驶证”一词后面</translation>
    </message>
    <message>
        <source>stands in a list of people</source>
        <translation>列在人员名单中</translation>
    </message>
    <message>
        <source>is a MAC address</source>
        <translation>是 MAC 地址</translation>
    </message>
    <message>
        <source>tells a family state</source>
        <translation>说出了婚姻状况</translation>
    </message>
    <message>
        <source>looks like a card number with stars</source>
        <translation>看起来像带星号的卡号</translation>
    </message>
    <message>
        <source>names a medicine</source>
        <translation>说出了药品名称</translation>
    </message>
    <message>
        <source>follows a word for a member&apos;s or employee&apos;s number</source>
        <translation>跟在表示会员号或工号的词语后面</translation>
    </message>
    <message>
        <source>tells when and where somebody will be</source>
        <translation>说出某人何时会在何处</translation>
    </message>
    <message>
        <source>names a metro station</source>
        <translation>说出了地铁站</translation>
    </message>
    <message>
        <source>was understood by the private reader as private</source>
        <translation>被本机阅读器理解为隐私</translation>
    </message>
    <message>
        <source>is part of a name found in full</source>
        <translation>是前面出现过的全名中的一部分</translation>
    </message>
    <message>
        <source>tells an origin or citizenship</source>
        <translation>说出了籍贯或国籍</translation>
    </message>
    <message>
        <source>is a folder on a network</source>
        <translation>是网络上的共享文件夹</translation>
    </message>
    <message>
        <source>follows the words for a verification code</source>
        <translation>跟在表示验证码的词语后面</translation>
    </message>
    <message>
        <source>tells what somebody goes through</source>
        <translation>说的是某人正在经历的事</translation>
    </message>
    <message>
        <source>tells an orientation</source>
        <translation>说出了性取向</translation>
    </message>
    <message>
        <source>is your name</source>
        <translation>是您的姓名</translation>
    </message>
    <message>
        <source>is part of your name</source>
        <translation>是您姓名的一部分</translation>
    </message>
    <message>
        <source>follows the word passport</source>
        <translation>跟在“护照”一词后面</translation>
    </message>
    <message>
        <source>follows the word password</source>
        <translation>跟在“密码”一词后面</translation>
    </message>
    <message>
        <source>looks like a password</source>
        <translation>看起来像密码</translation>
    </message>
    <message>
        <source>is the date of a payment</source>
        <translation>是付款日期</translation>
    </message>
    <message>
        <source>follows the name of a payment service</source>
        <translation>跟在支付服务的名称后面</translation>
    </message>
    <message>
        <source>looks like a phone number</source>
        <translation>看起来像电话号码</translation>
    </message>
    <message>
        <source>follows the word PIN</source>
        <translation>跟在“PIN”一词后面</translation>
    </message>
    <message>
        <source>follows the words licence plate</source>
        <translation>跟在“车牌”一词后面</translation>
    </message>
    <message>
        <source>is a post office box</source>
        <translation>是邮政信箱</translation>
    </message>
    <message>
        <source>tells a political view</source>
        <translation>说出了政治观点</translation>
    </message>
    <message>
        <source>tells where somebody is</source>
        <translation>说出了某人所在的位置</translation>
    </message>
    <message>
        <source>is a postcode</source>
        <translation>是邮政编码</translation>
    </message>
    <message>
        <source>tells a pregnancy</source>
        <translation>说出了怀孕情况</translation>
    </message>
    <message>
        <source>is a private key</source>
        <translation>是私钥</translation>
    </message>
    <message>
        <source>is a secret in a web address</source>
        <translation>是网址中的机密</translation>
    </message>
    <message>
        <source>is a random string beside a word for a secret</source>
        <translation>是表示机密的词语旁边的随机字符串</translation>
    </message>
    <message>
        <source>is the name of somebody&apos;s relative or contact</source>
        <translation>是某人的亲属或联系人的名字</translation>
    </message>
    <message>
        <source>tells who is in somebody&apos;s life</source>
        <translation>说明某人身边有谁</translation>
    </message>
    <message>
        <source>tells a religion</source>
        <translation>说出了宗教信仰</translation>
    </message>
    <message>
        <source>tells a journey&apos;s ends</source>
        <translation>说出了行程的起点和终点</translation>
    </message>
    <message>
        <source>names a school</source>
        <translation>说出了学校</translation>
    </message>
    <message>
        <source>is a seat</source>
        <translation>是座位号</translation>
    </message>
    <message>
        <source>answers a security question</source>
        <translation>回答了密保问题</translation>
    </message>
    <message>
        <source>follows the words seed or recovery phrase</source>
        <translation>跟在表示助记词或恢复短语的词语后面</translation>
    </message>
    <message>
        <source>is a number said digit by digit</source>
        <translation>是逐位读出的数字</translation>
    </message>
    <message>
        <source>looks like a social security number</source>
        <translation>看起来像社会保障号码</translation>
    </message>
    <message>
        <source>is a date of travel</source>
        <translation>是出行日期</translation>
    </message>
    <message>
        <source>looks like a street address</source>
        <translation>看起来像街道地址</translation>
    </message>
    <message>
        <source>names a complaint that somebody has</source>
        <translation>提到了某人的不适症状</translation>
    </message>
    <message>
        <source>is a name with a title</source>
        <translation>是带称谓的姓名</translation>
    </message>
    <message>
        <source>looks like a train number</source>
        <translation>看起来像车次</translation>
    </message>
    <message>
        <source>names a treatment of somebody</source>
        <translation>说出了某人的治疗</translation>
    </message>
    <message>
        <source>tells where somebody travels</source>
        <translation>说出了某人去哪里</translation>
    </message>
    <message>
        <source>names a weakness of a system</source>
        <translation>说出了系统的弱点</translation>
    </message>
    <message>
        <source>is an address with a password in it</source>
        <translation>是含有密码的网址</translation>
    </message>
    <message>
        <source>follows the words user name</source>
        <translation>跟在“用户名”一词后面</translation>
    </message>
    <message>
        <source>follows the words vehicle number</source>
        <translation>跟在表示车辆编号的词语后面</translation>
    </message>
    <message>
        <source>names who or what belongs to somebody&apos;s faith</source>
        <translation>与某人的信仰有关</translation>
    </message>
    <message>
        <source>Found because it {phrase}.</source>
        <translation>识别依据：它{phrase}。</translation>
    </message>
    <message>
        <source>names what hurts or ails somebody</source>
        <translation>说明了身体哪里不适</translation>
    </message>
    <message>
        <source>tells how somebody&apos;s body or mind works</source>
        <translation>说明了身体或心智状况</translation>
    </message>
    <message>
        <source>tells somebody&apos;s part in a family</source>
        <translation>说明了在家庭中的角色</translation>
    </message>
    <message>
        <source>names what somebody owns or has saved</source>
        <translation>说明了积蓄或资产</translation>
    </message>
    <message>
        <source>names an injury</source>
        <translation>说明了受的伤</translation>
    </message>
    <message>
        <source>tells of an operation, a stroke or a lost pregnancy</source>
        <translation>说明了手术、中风或流产等经历</translation>
    </message>
    <message>
        <source>tells where somebody comes from</source>
        <translation>说明了来自哪里</translation>
    </message>
    <message>
        <source>quotes what somebody wrote or said in private</source>
        <translation>引用了私下说的话或写的消息</translation>
    </message>
    <message>
        <source>tells where somebody lives</source>
        <translation>说明了住在哪里</translation>
    </message>
    <message>
        <source>tells of service in the armed forces</source>
        <translation>说明了服役经历</translation>
    </message>
    <message>
        <source>tells how long somebody has been well</source>
        <translation>说明了康复或戒断的时间</translation>
    </message>
    <message>
        <source>tells what somebody studies</source>
        <translation>说明了就读或学习情况</translation>
    </message>
</context>
<context>
    <name>FailureBar</name>
    <message>
        <source>What went wrong</source>
        <translation>出了什么问题</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此提示</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>The message is empty, so nothing was sent. Write something first.</source>
        <translation>消息是空的，因此没有发送任何内容。请先写点什么。</translation>
    </message>
    <message>
        <source>The conversations could not be measured ({reason}). Check the two files&apos; names.</source>
        <translation>无法测量这些对话（{reason}）。请检查两个文件的名称。</translation>
    </message>
    <message>
        <source>This line is not a request: {reason}. The next line will be served.</source>
        <translation>这一行不是有效的请求：{reason}。下一行会照常处理。</translation>
    </message>
    <message>
        <source>The check for private details ({detector}) could not finish, so nothing was sent. Your message is still here. Try again, or send less text at once.</source>
        <translation>隐私检查（{detector}）未能完成，因此没有发送任何内容。您的消息还在这里。请重试，或减少一次发送的文字。</translation>
    </message>
    <message>
        <source>What you were writing could not be kept when the vault was locked. Your chats and values are still there. Write it again.</source>
        <translation>锁定保险库时，未能保留您正在写的内容。您的对话和已保存的信息都还在。请重新输入。</translation>
    </message>
    <message>
        <source>Secrets are never written down, so they are gone from this draft, and a placeholder stands in the place of each. The rest is still here. Type them again before you send it.</source>
        <translation>机密内容从不写入磁盘，因此这份草稿中的机密已被清除，原处显示为占位符，其余内容都在。发送前请重新输入。</translation>
    </message>
    <message>
        <source>Something went wrong. Nothing was lost. Try again.</source>
        <translation>出了点问题。没有丢失任何内容。请重试。</translation>
    </message>
    <message>
        <source>Your vault has no identity of that name, so nothing was read. Settings, You, lists them.</source>
        <translation>您的保险库中没有这个名称的身份，因此没有读取任何内容。“设置”中的“关于您”列出了所有身份。</translation>
    </message>
    <message>
        <source>The address of the proxy cannot be used. Nothing was changed. Enter an address like http://proxy.example:8080 or socks5://127.0.0.1:9050.</source>
        <translation>这个代理地址无法使用，没有更改任何内容。请输入类似 http://proxy.example:8080 或 socks5://127.0.0.1:9050 的地址。</translation>
    </message>
    <message>
        <source>A hash has {length} hexadecimal digits. Nothing was checked. Copy it whole.</source>
        <translation>哈希值有 {length} 位十六进制数字。尚未检查任何内容。请完整复制。</translation>
    </message>
    <message>
        <source>The model could not be measured ({reason}). Check the names of the files.</source>
        <translation>无法测量这个模型（{reason}）。请检查文件名。</translation>
    </message>
    <message>
        <source>A model was asked for and none was named, so nothing was read. Add --model and the path of a GGUF file.</source>
        <translation>指定了用模型阅读，却没有指明模型，因此没有阅读任何内容。请加上 --model 和 GGUF 文件的路径。</translation>
    </message>
    <message>
        <source>The private reader has not finished reading your message, so nothing was sent. Your message is still here. Wait a moment, or send it without the private reader.</source>
        <translation>本机阅读器还没有读完您的消息，因此没有发送任何内容。您的消息还在这里。请稍等，或不经本机阅读器直接发送。</translation>
    </message>
    <message>
        <source>The request still held the value behind {placeholder}, so it was not sent. Nothing has left and your message is still here. Edit the message, or choose to keep that value in it, and send again.</source>
        <translation>请求中仍含有 {placeholder} 所代表的内容，因此没有发送。任何内容都没有外发，您的消息还在这里。请修改消息，或选择原样发送该内容，然后再次发送。</translation>
    </message>
    <message>
        <source>The finished request could not be checked for private details, so it was not sent. Nothing has left and your message is still here. Try again.</source>
        <translation>最终请求未能完成隐私检查，因此没有发送。任何内容都没有外发，您的消息还在这里。请重试。</translation>
    </message>
    <message>
        <source>The choice of appearance and language could not be saved ({reason}). It holds until you close the app, and your chats are not affected. Check that the disk has room and that its folder may be written to.</source>
        <translation>无法保存外观和语言设置（{reason}）。它在您关闭应用之前有效，您的对话不受影响。请检查磁盘空间以及所在文件夹是否可写。</translation>
    </message>
    <message>
        <source>The choice of appearance and language could not be read, so the usual ones are in use. Your chats are not affected. Choose them again in Settings.</source>
        <translation>无法读取外观和语言设置，因此使用默认设置。您的对话不受影响。请在“设置”中重新选择。</translation>
    </message>
    <message>
        <source>The address of {provider} contains a user name or a password. Nothing was sent. Remove them from the address and enter the key in its own field.</source>
        <translation>{provider} 的地址中含有用户名或密码。没有发送任何内容。请从地址中删去它们，并把密钥填在专门的输入框中。</translation>
    </message>
    <message>
        <source>The address of {provider} contains a ? or # part. Nothing was sent. Enter only the part before it.</source>
        <translation>{provider} 的地址中含有 ? 或 # 部分。没有发送任何内容。请只输入它前面的部分。</translation>
    </message>
    <message>
        <source>The address of {provider} is not a web address. Nothing was sent. Enter an address like https://api.example.com/v1.</source>
        <translation>{provider} 的地址不是有效的网址。没有发送任何内容。请输入类似 https://api.example.com/v1 的地址。</translation>
    </message>
    <message>
        <source>The address of {provider} would send your messages unencrypted to another machine. Nothing was sent. Enter an https:// address; http:// is allowed only on this machine.</source>
        <translation>{provider} 的地址会把您的消息不加密地发往另一台机器。没有发送任何内容。请输入 https:// 地址；http:// 只能用于本机。</translation>
    </message>
    <message>
        <source>The address of {provider} starts with neither https:// nor http://. Nothing was sent. Enter an address like https://api.example.com/v1.</source>
        <translation>{provider} 的地址既不以 https:// 开头，也不以 http:// 开头。没有发送任何内容。请输入类似 https://api.example.com/v1 的地址。</translation>
    </message>
    <message>
        <source>The address of {provider} names no server. Nothing was sent. Enter an address like https://api.example.com/v1.</source>
        <translation>{provider} 的地址中没有服务器名。没有发送任何内容。请输入类似 https://api.example.com/v1 的地址。</translation>
    </message>
    <message>
        <source>{provider} ({host}) did not answer within {seconds} seconds. Nothing was sent and your message is still here. Check your network and try again.</source>
        <translation>{provider}（{host}）在 {seconds} 秒内没有应答。没有发送任何内容，您的消息还在这里。请检查网络后重试。</translation>
    </message>
    <message>
        <source>{host} refused the connection to {provider}. Nothing was sent and your message is still here. Check that the server is running and that the address is right.</source>
        <translation>{host} 拒绝了到 {provider} 的连接。没有发送任何内容，您的消息还在这里。请检查服务器是否在运行、地址是否正确。</translation>
    </message>
    <message>
        <source>{provider} ({host}) sent an empty reply. Your message is still here. Try again, or choose another model.</source>
        <translation>{provider}（{host}）发来了空的回复。您的消息还在这里。请重试，或选择其他模型。</translation>
    </message>
    <message>
        <source>The server {host} of {provider} was not found. Nothing was sent and your message is still here. Check your network and the address, then try again.</source>
        <translation>找不到 {provider} 的服务器 {host}。没有发送任何内容，您的消息还在这里。请检查网络和地址后重试。</translation>
    </message>
    <message>
        <source>The key for {provider} contains a space, a line break or a letter outside ASCII. Nothing was sent. Copy the key again.</source>
        <translation>{provider} 的密钥中含有空格、换行或非 ASCII 字符。没有发送任何内容。请重新复制密钥。</translation>
    </message>
    <message>
        <source>{provider} ({host}) did not accept your key (code {status}). Your message is still here. Check the key in the settings and try again.</source>
        <translation>{provider}（{host}）不接受您的密钥（代码 {status}）。您的消息还在这里。请检查设置中的密钥后重试。</translation>
    </message>
    <message>
        <source>This chat is too long for the model at {provider} ({host}, code {status}). Your message is still here. Shorten it, start a new chat, or choose a model with more room.</source>
        <translation>这段对话对 {provider} 的模型来说太长了（{host}，代码 {status}）。您的消息还在这里。请缩短内容、开始新对话，或选择容量更大的模型。</translation>
    </message>
    <message>
        <source>Your account at {provider} ({host}) has no credit left (code {status}). Your message is still here. Top up the account, or choose another provider.</source>
        <translation>您在 {provider}（{host}）的账号余额已用完（代码 {status}）。您的消息还在这里。请充值，或选择其他提供商。</translation>
    </message>
    <message>
        <source>{provider} ({host}) does not allow this with your key (code {status}). Your message is still here. Choose another model, or check your account&apos;s rights and region.</source>
        <translation>{provider}（{host}）不允许您的密钥执行此操作（代码 {status}）。您的消息还在这里。请选择其他模型，或检查账号的权限和所在地区。</translation>
    </message>
    <message>
        <source>{provider} ({host}) has a fault of its own (code {status}). Your message is still here. Try again later.</source>
        <translation>{provider}（{host}）自身出现故障（代码 {status}）。您的消息还在这里。请稍后重试。</translation>
    </message>
    <message>
        <source>{provider} ({host}) has too much to do just now (code {status}). Your message is still here. Try again in a moment, or choose another model.</source>
        <translation>{provider}（{host}）目前过于繁忙（代码 {status}）。您的消息还在这里。请稍后重试，或选择其他模型。</translation>
    </message>
    <message>
        <source>No connection to {provider} ({host}) through the proxy. Nothing was sent and your message is still here. Check the proxy in Settings, Assistants, and that it is running.</source>
        <translation>无法通过代理连接到 {provider}（{host}）。没有发送任何内容，您的消息还在。请检查“设置 › 助手”中的代理，并确认它正在运行。</translation>
    </message>
    <message>
        <source>{provider} ({host}) asks you to send less often. Your message is still here. Wait a little and try again.</source>
        <translation>{provider}（{host}）要求降低发送频率。您的消息还在这里。请稍候再试。</translation>
    </message>
    <message>
        <source>{provider} ({host}) asks you to wait {seconds} seconds. Your message is still here. Try again after that.</source>
        <translation>{provider}（{host}）要求等待 {seconds} 秒。您的消息还在这里。请在此之后重试。</translation>
    </message>
    <message>
        <source>{provider} ({host}) points to another address (code {status}). Your message was not sent on there and is still here. Enter the final address in the settings.</source>
        <translation>{provider}（{host}）要求转到另一个地址（代码 {status}）。您的消息没有被转发，还在这里。请在设置中填写最终地址。</translation>
    </message>
    <message>
        <source>{provider} ({host}) stopped the reply because of a fault of its own. Your message and what had arrived are kept. Try again.</source>
        <translation>{provider}（{host}）因自身故障中止了回复。您的消息和已收到的内容都已保留。请重试。</translation>
    </message>
    <message>
        <source>The connection to {provider} ({host}) broke before the reply was complete. Your message and what had arrived are kept. Try again.</source>
        <translation>到 {provider}（{host}）的连接在回复完成之前中断了。您的消息和已收到的内容都已保留。请重试。</translation>
    </message>
    <message>
        <source>The reply reached the length limit of {provider} ({host}) and ends early. Your message and the reply so far are kept. Ask it to go on.</source>
        <translation>回复达到了 {provider}（{host}）的长度上限，提前结束。您的消息和目前的回复都已保留。您可以让它继续。</translation>
    </message>
    <message>
        <source>{provider} ({host}) held the reply back by its content rules. Your message and what had arrived are kept. Rephrase the message, or choose another model.</source>
        <translation>{provider}（{host}）因内容规则扣留了回复。您的消息和已收到的内容都已保留。请换个说法，或选择其他模型。</translation>
    </message>
    <message>
        <source>The answer of {provider} ({host}) grew beyond {bytes} bytes and was stopped. Your message and what had arrived are kept. Ask for less at once.</source>
        <translation>{provider}（{host}）的应答超过 {bytes} 字节，已被中止。您的消息和已收到的内容都已保留。请一次少问一些。</translation>
    </message>
    <message>
        <source>The answer of {provider} ({host}) could not be read. Your message and what had arrived are kept. Try again, and check which kind of provider is set for this address.</source>
        <translation>无法读取 {provider}（{host}）的应答。您的消息和已收到的内容都已保留。请重试，并检查此地址所设的提供商类型。</translation>
    </message>
    <message>
        <source>{provider} ({host}) does not understand requests of this kind (code {status}). Your message is still here. Check which kind of provider is set for this address.</source>
        <translation>{provider}（{host}）不支持这种请求（代码 {status}）。您的消息还在这里。请检查此地址所设的提供商类型。</translation>
    </message>
    <message>
        <source>{provider} ({host}) refused the request (code {status}). Your message is still here. Choose another model, or try again later.</source>
        <translation>{provider}（{host}）拒绝了请求（代码 {status}）。您的消息还在这里。请选择其他模型，或稍后重试。</translation>
    </message>
    <message>
        <source>{provider} ({host}) waited too long for the request (code {status}). Your message is still here. Check your network and try again.</source>
        <translation>{provider}（{host}）等待请求的时间过长（代码 {status}）。您的消息还在这里。请检查网络后重试。</translation>
    </message>
    <message>
        <source>{provider} ({host}) sent nothing for {seconds} seconds. Your message and what had arrived of the reply are kept. Try again.</source>
        <translation>{provider}（{host}）已有 {seconds} 秒没有发来内容。您的消息和已收到的部分回复都已保留。请重试。</translation>
    </message>
    <message>
        <source>A message contains a broken character that cannot be sent to {provider}. Nothing was sent and your message is still here. Remove the broken character and send again.</source>
        <translation>某条消息含有无法发送给 {provider} 的损坏字符。没有发送任何内容，您的消息还在这里。请删去损坏的字符后再发送。</translation>
    </message>
    <message>
        <source>The encrypted connection to {provider} ({host}) could not be trusted. Nothing was sent and your message is still here. Check the address and this machine&apos;s clock; something may be standing between you and the server.</source>
        <translation>到 {provider}（{host}）的加密连接不可信。没有发送任何内容，您的消息还在这里。请检查地址和本机时钟；您与服务器之间可能有人拦截。</translation>
    </message>
    <message>
        <source>There is no assistant at the address of {provider} on {host} (code {status}). Your message is still here. Check the address in the settings.</source>
        <translation>{provider} 在 {host} 上的地址处没有助手（代码 {status}）。您的消息还在这里。请检查设置中的地址。</translation>
    </message>
    <message>
        <source>{provider} ({host}) does not know this model (code {status}). Your message is still here. Choose another model and try again.</source>
        <translation>{provider}（{host}）没有这个模型（代码 {status}）。您的消息还在这里。请选择其他模型后重试。</translation>
    </message>
    <message>
        <source>No connection to {provider} ({host}). Nothing was sent and your message is still here. Check your network and try again.</source>
        <translation>无法连接 {provider}（{host}）。没有发送任何内容，您的消息还在这里。请检查网络后重试。</translation>
    </message>
    <message>
        <source>A request was about to go elsewhere than to {host}, the address of {provider}. It was stopped and nothing was sent. Check the address in the settings.</source>
        <translation>有请求试图发往 {provider} 的地址 {host} 以外的地方。请求已被拦下，没有发送任何内容。请检查设置中的地址。</translation>
    </message>
    <message>
        <source>{one} and {other} cannot be merged: one is a secret that is not kept, or they belong to different numberings. Nothing was changed. Pick two other values.</source>
        <translation>{one} 和 {other} 无法合并：其中一个是不保存的机密，或者它们属于不同的编号。没有任何更改。请另选两个值。</translation>
    </message>
    <message>
        <source>The backup ({file}) cannot be read: it is damaged, or it is from before your data was encrypted under a new key. Nothing was changed. Try the one before it.</source>
        <translation>无法读取备份（{file}）：它已损坏，或者来自您的数据用新密钥加密之前。没有改动任何内容。请试试更早的一个。</translation>
    </message>
    <message>
        <source>A copy of your data ({file}) did not come out right and was thrown away. What was kept before is unchanged. Check the disk, then try again.</source>
        <translation>您数据的一份副本（{file}）没有做好，已经丢弃。以前保存的内容没有变化。请检查磁盘，然后重试。</translation>
    </message>
    <message>
        <source>A part of the database ({file}) is damaged. Nothing was changed. Lock the vault and unlock it again: then the newest good backup is offered.</source>
        <translation>数据库（{file}）的一部分已损坏，没有更改任何内容。请锁定保险库后重新解锁，届时会提供最新的完好备份。</translation>
    </message>
    <message>
        <source>Understudy is already running with this database ({file}). Nothing was changed. Use the copy that is open, or close it and try again.</source>
        <translation>另一个 Understudy 正在使用此数据库（{file}）。没有任何更改。请使用已打开的那个，或关闭它后重试。</translation>
    </message>
    <message>
        <source>The database ({file}) is missing, though its key file is here. Nothing was changed, and no empty one was put in its place. Put it back from a backup, or move the key file away to start anew.</source>
        <translation>密钥文件还在，但缺少数据库（{file}）。没有任何更改，也没有用空数据库代替它。请从备份中恢复，或移走密钥文件以重新开始。</translation>
    </message>
    <message>
        <source>The database ({file}) comes from a newer version of Understudy. Nothing was changed. Install the newer version to open it.</source>
        <translation>数据库（{file}）来自更新版本的 Understudy。没有任何更改。请安装新版本后再打开。</translation>
    </message>
    <message>
        <source>The database ({file}) is damaged or is not one of ours. It was left exactly as it is. Put it back from a backup.</source>
        <translation>数据库（{file}）已损坏，或不是本应用的文件。它完全保持原样。请从备份中恢复。</translation>
    </message>
    <message>
        <source>The disk that holds {file} did not do as asked ({code}). What was kept before is unchanged; the last change was not kept. Check the disk, then try again.</source>
        <translation>{file} 所在的磁盘操作失败（{code}）。之前保存的内容没有变化，最近一次更改没有保存。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>There is no room left on the disk that holds {file}. What was kept before is still there; the last change was not kept. Make room and try again.</source>
        <translation>{file} 所在的磁盘已没有空间。之前保存的内容都还在，最近一次更改没有保存。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The export {file} comes from a newer version of Understudy. Nothing was changed. Install the newer version to import it.</source>
        <translation>导出文件 {file} 来自更新版本的 Understudy。没有改动任何内容。请安装更新的版本再导入。</translation>
    </message>
    <message>
        <source>The file {file} is damaged or is not an export of Understudy. Nothing was changed. Try another copy of it.</source>
        <translation>文件 {file} 已损坏，或者不是 Understudy 的导出文件。没有改动任何内容。请试试它的另一份副本。</translation>
    </message>
    <message>
        <source>An identity needs a name to tell it by. Nothing was changed. Type one.</source>
        <translation>身份需要一个名称以便区分。没有任何更改。请输入一个名称。</translation>
    </message>
    <message>
        <source>Another identity has this name already. Nothing was changed. Choose another name.</source>
        <translation>另一个身份已使用这个名称。没有任何更改。请换一个名称。</translation>
    </message>
    <message>
        <source>There is already a key file ({file}), and replacing it would lock your data for good. Nothing was changed. Unlock with its passphrase.</source>
        <translation>已经存在密钥文件（{file}），替换它会让您的数据永远无法打开。没有任何更改。请用它的主密码解锁。</translation>
    </message>
    <message>
        <source>The key file ({key_file}) belongs to another database than {file}. Nothing was changed. Put back the key file and the database that were kept together.</source>
        <translation>密钥文件（{key_file}）属于另一个数据库，而不是 {file}。没有任何更改。请放回原本配套的密钥文件和数据库。</translation>
    </message>
    <message>
        <source>The key file ({file}) is missing, and without it your data cannot be read. The database was left as it is. Put the key file back from a backup into the same folder.</source>
        <translation>缺少密钥文件（{file}），没有它就无法读取您的数据。数据库保持原样。请从备份中把密钥文件放回同一文件夹。</translation>
    </message>
    <message>
        <source>The key file ({file}) comes from a newer version of Understudy. Nothing was changed. Install the newer version to open it.</source>
        <translation>密钥文件（{file}）来自更新版本的 Understudy。没有任何更改。请安装新版本后再打开。</translation>
    </message>
    <message>
        <source>The key file ({file}) is not damaged, so no copy was put in its place. Nothing was changed. Use one of the ways that open your vault.</source>
        <translation>密钥文件（{file}）没有损坏，因此没有用副本取代它。没有改动任何内容。请用能打开您保险库的方式之一。</translation>
    </message>
    <message>
        <source>The key file ({file}) is damaged or is not one of ours. It was left as it is, and your data too. Put the key file back from a backup.</source>
        <translation>密钥文件（{file}）已损坏，或不是本应用的文件。它和您的数据都保持原样。请从备份中恢复密钥文件。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not have the entry that opens this vault. Nothing was changed. Use your passphrase or your recovery code, then set up the keyring again.</source>
        <translation>系统的密钥环中没有能打开这个保险库的条目。没有改动任何内容。请使用口令或恢复码，然后重新设置密钥环。</translation>
    </message>
    <message>
        <source>This system&apos;s keyring cannot be used ({reason}). Nothing was changed. Use your passphrase or your recovery code, or set up a keyring such as GNOME Keyring, KWallet, the macOS Keychain or the Windows Credential Manager.</source>
        <translation>无法使用此系统的密钥环（{reason}）。没有改动任何内容。请使用口令或恢复码，或者设置一个密钥环，例如 GNOME Keyring、KWallet、macOS 钥匙串或 Windows 凭据管理器。</translation>
    </message>
    <message>
        <source>This is your only identity, so it cannot be removed. Nothing was changed. Make another one first.</source>
        <translation>这是您唯一的身份，因此无法移除。没有任何更改。请先新建另一个身份。</translation>
    </message>
    <message>
        <source>This is the only way to open your vault, and without it nobody could. Nothing was changed. Set up another way first.</source>
        <translation>这是打开您保险库的唯一方式，没有它谁也打不开。没有改动任何内容。请先设置另一种方式。</translation>
    </message>
    <message>
        <source>The built-in mirror is always there. Nothing was changed.</source>
        <translation>内置的镜像始终存在。没有任何更改。</translation>
    </message>
    <message>
        <source>There is no copy of the key file ({file}) that could be put back. Nothing was changed. Import an export of your data, or put back a backup that you made yourself.</source>
        <translation>没有可以放回的密钥文件（{file}）副本。没有改动任何内容。请导入您的数据导出文件，或者放回您自己做的备份。</translation>
    </message>
    <message>
        <source>Before a way to open your vault is removed, another one must be shown to work. Nothing was changed. Use one of the others to confirm.</source>
        <translation>移除一种打开保险库的方式之前，必须证明另一种方式有效。没有改动任何内容。请用其他方式之一确认。</translation>
    </message>
    <message>
        <source>An empty passphrase protects nothing. Nothing was changed. Choose another one.</source>
        <translation>空的主密码起不到保护作用。没有任何更改。请另选一个。</translation>
    </message>
    <message>
        <source>Understudy cannot write {file} in its folder. What was kept before is unchanged; the last change was not kept. Allow writing there, or use another folder.</source>
        <translation>Understudy 无法在所在文件夹中写入 {file}。之前保存的内容没有变化，最近一次更改没有保存。请允许写入，或使用其他文件夹。</translation>
    </message>
    <message>
        <source>Receipt {number} was changed after it was kept: it no longer fits its own hash. Nothing was changed by looking. Compare it with a backup or an earlier export.</source>
        <translation>回执 {number} 在保存之后被改动过：它与自己的哈希值不再相符。此次检查没有改动任何内容。请与备份或以前的导出文件对照。</translation>
    </message>
    <message>
        <source>Receipt {number} is missing, although its chat was not deleted. Nothing was changed by looking. Look for it in a backup or an earlier export.</source>
        <translation>回执 {number} 不见了，而它的对话并未删除。此次检查没有改动任何内容。请在备份或以前的导出文件中查找。</translation>
    </message>
    <message>
        <source>The chain breaks at receipt {number}: it does not follow from the one before. Nothing was changed by looking. Compare both with a backup or an earlier export.</source>
        <translation>链条在回执 {number} 处断开：它与前一张回执接不上。此次检查没有改动任何内容。请将两者与备份或以前的导出文件对照。</translation>
    </message>
    <message>
        <source>The end of the chain is missing: {kept} receipts were kept, and it ends at {last}. Nothing was changed by looking. Look for the others in a backup or an earlier export.</source>
        <translation>链条的末尾不见了：曾保存 {kept} 张回执，而链条止于第 {last} 张。此次检查没有改动任何内容。请在备份或以前的导出文件中查找其余的。</translation>
    </message>
    <message>
        <source>The hash that you wrote down is not in this chain, so the receipts up to it were rewritten, or it belongs to another vault. Nothing was changed by looking. Compare with the export of that time.</source>
        <translation>您记下的哈希值不在这条链中，因此到它为止的回执被改写过，或者它属于另一个保险库。此次检查没有改动任何内容。请与当时的导出文件对照。</translation>
    </message>
    <message>
        <source>The chain has a gap: receipts {first} to {last} are missing from it. Nothing was changed by looking. Look for them in a backup or an earlier export.</source>
        <translation>链条有缺口：缺少回执 {first} 至 {last}。此次检查没有改动任何内容。请在备份或以前的导出文件中查找。</translation>
    </message>
    <message>
        <source>Receipts that are not in the chain: {count}. They were put there by something else than Understudy, or their links were removed. Nothing was changed by looking. Compare them with a backup or an earlier export.</source>
        <translation>不在链条中的回执：{count} 张。它们由 Understudy 以外的程序放入，或者其链接被移除。此次检查没有改动任何内容。请与备份或以前的导出文件对照。</translation>
    </message>
    <message>
        <source>A recovery code has {length} letters and digits, and this has {count}. Nothing was changed. Type it as it is printed; spaces and dashes do not matter.</source>
        <translation>恢复码有 {length} 个字母和数字，而这里有 {count} 个。没有改动任何内容。请照打印的样子输入；空格和短横线无关紧要。</translation>
    </message>
    <message>
        <source>There is a typing mistake in this recovery code. Nothing was changed. Compare it group by group with the printed one.</source>
        <translation>这个恢复码有输入错误。没有改动任何内容。请与打印的恢复码逐组对照。</translation>
    </message>
    <message>
        <source>Passwords, codes and other secrets are never kept, so they cannot stand in a list of what to hide. Nothing was changed. Secrets are found and hidden without a rule.</source>
        <translation>密码、验证码等机密从不保存，因此不能列入隐藏名单。没有任何更改。机密无需规则也会被发现并隐藏。</translation>
    </message>
    <message>
        <source>This text holds a password, a code or another secret; secrets are never kept. Nothing was changed. Take the secret out and save again.</source>
        <translation>这段文字含有密码、验证码或其他机密；机密从不保存。没有任何更改。请去掉机密后再保存。</translation>
    </message>
    <message>
        <source>Your private details were numbered anew in the meantime, so nothing was sent. Your message is still here. Send it again.</source>
        <translation>其间您的隐私信息被重新编号，因此没有发送任何内容。您的消息还在这里。请再次发送。</translation>
    </message>
    <message>
        <source>The value behind {placeholder} was a secret and was not kept, so it cannot be changed. Nothing was changed. Hide it again in a new message, then try once more.</source>
        <translation>{placeholder} 背后的值是机密，未被保存，因此无法修改。没有任何更改。请在新消息中再次隐藏它，然后重试。</translation>
    </message>
    <message>
        <source>After several wrong tries, the next one has to wait {seconds} s. Nothing was changed, and you are not locked out. Try again then.</source>
        <translation>多次尝试有误，下一次须等待 {seconds} 秒。没有改动任何内容，您也没有被锁在外面。请到时再试。</translation>
    </message>
    <message>
        <source>There is already a vault here, and it was left as it is. Open it, then choose to replace all of it by the import.</source>
        <translation>这里已经有一个保险库，它保持原样。请打开它，然后选择用导入内容全部取代。</translation>
    </message>
    <message>
        <source>This vault was not set up to be opened in that way. Nothing was changed. Use another way to open it.</source>
        <translation>这个保险库没有设置成可以这样打开。没有改动任何内容。请用其他方式打开。</translation>
    </message>
    <message>
        <source>That passphrase does not open the export {file}. Nothing was changed. An export has a passphrase of its own, chosen when it was made. Try again.</source>
        <translation>这个口令打不开导出文件 {file}。没有改动任何内容。导出文件有自己的口令，是导出时选定的。请重试。</translation>
    </message>
    <message>
        <source>That passphrase does not fit. Nothing was changed. Try again.</source>
        <translation>主密码不对。没有任何更改。请重试。</translation>
    </message>
    <message>
        <source>That recovery code is typed as printed, but it does not belong to this vault, or a newer code has replaced it. Nothing was changed. Look for the newest one.</source>
        <translation>这个恢复码输入无误，但不属于这个保险库，或者已被更新的恢复码取代。没有改动任何内容。请找到最新的那个。</translation>
    </message>
    <message>
        <source>The disk became full while the model was made ready. What had been downloaded is still there. Make room, then go on.</source>
        <translation>准备模型时磁盘已满。已下载的内容仍在。请腾出空间，然后继续。</translation>
    </message>
    <message>
        <source>{file} did not arrive as the hub describes it, and was thrown away. The other files are still there. Download it again; if it fails again, choose another address of the hub.</source>
        <translation>{file} 与模型库所描述的不符，已被丢弃。其他文件仍在。请重新下载；如果再次失败，请换一个模型库地址。</translation>
    </message>
    <message>
        <source>{file} ends too early: a part of the model is missing. The file was left as it is. Fetch it again.</source>
        <translation>{file} 过早结束，缺少模型的一部分。文件保持原样。请重新获取。</translation>
    </message>
    <message>
        <source>{file} is a GGUF file of a version that cannot be read ({version}). The file was left as it is. Choose a newer one.</source>
        <translation>{file} 是无法读取的 GGUF 版本（{version}）。文件保持原样。请选择较新的文件。</translation>
    </message>
    <message>
        <source>{file} is not a GGUF model. The file was left as it is. Choose another file.</source>
        <translation>{file} 不是 GGUF 模型。文件保持原样。请选择其他文件。</translation>
    </message>
    <message>
        <source>{file} holds no language model that can read text by itself. The file was left as it is. Choose another file.</source>
        <translation>{file} 中没有能够单独阅读文本的语言模型。文件保持原样。请选择其他文件。</translation>
    </message>
    <message>
        <source>The address of the model hub cannot be used. Nothing was downloaded. Enter an address like https://huggingface.co; http:// is allowed only on this machine.</source>
        <translation>模型库的地址无法使用，没有下载任何内容。请输入类似 https://huggingface.co 的地址；http:// 只能用于本机。</translation>
    </message>
    <message>
        <source>{host} asks you to download less often (code {status}). What had been downloaded of {repo} is still there. Wait some minutes, then go on.</source>
        <translation>{host} 要求降低下载频率（代码 {status}）。{repo} 已下载的内容仍在。请等几分钟再继续。</translation>
    </message>
    <message>
        <source>{host} has a fault of its own (code {status}). What had been downloaded of {repo} is still there. Go on later.</source>
        <translation>{host} 自身出现故障（代码 {status}）。{repo} 已下载的内容仍在。请稍后继续。</translation>
    </message>
    <message>
        <source>{host} does not give you {repo} (code {status}): its owner asks for your consent first. What had been downloaded is still there. Open its page on the hub, agree there, and give an access token.</source>
        <translation>{host} 不向你提供 {repo}（代码 {status}）：其所有者要求先取得你的同意。已下载的内容仍在。请在模型库中打开它的页面并同意，然后提供访问令牌。</translation>
    </message>
    <message>
        <source>{host} has no {repo}, or a file of it is missing (code {status}). What had been downloaded is still there. Check the name.</source>
        <translation>{host} 上没有 {repo}，或缺少其中的文件（代码 {status}）。已下载的内容仍在。请检查名称。</translation>
    </message>
    <message>
        <source>The encrypted connection to {host} could not be trusted. What had been downloaded is still there. Check the address and this machine&apos;s clock; something may be standing between you and the server.</source>
        <translation>与 {host} 的加密连接不可信。已下载的内容仍在。请检查地址和本机时钟；你与服务器之间可能有其他设备介入。</translation>
    </message>
    <message>
        <source>{host} pointed to an address that is not allowed, so the download was stopped. What had been downloaded is still there. Check the address of the hub.</source>
        <translation>{host} 指向了不允许的地址，因此下载已停止。已下载的内容仍在。请检查模型库的地址。</translation>
    </message>
    <message>
        <source>{host} refused to send {repo} (code {status}). What had been downloaded is still there. Check the address of the hub.</source>
        <translation>{host} 拒绝发送 {repo}（代码 {status}）。已下载的内容仍在。请检查模型库的地址。</translation>
    </message>
    <message>
        <source>The access token contains a space, a line break or a letter outside ASCII. Nothing was downloaded. Copy the token again.</source>
        <translation>访问令牌中含有空格、换行或 ASCII 以外的字符，没有下载任何内容。请重新复制令牌。</translation>
    </message>
    <message>
        <source>{host} does not let you see {repo} (code {status}): it needs an access token, or the one you gave is not valid. What had been downloaded is still there. Check the token and the name.</source>
        <translation>{host} 不允许你查看 {repo}（代码 {status}）：需要访问令牌，或所给的令牌无效。已下载的内容仍在。请检查令牌和名称。</translation>
    </message>
    <message>
        <source>No connection to {host} through the proxy. What had been downloaded is still there. Check the proxy in Settings, Assistants, and that it is running, then go on.</source>
        <translation>无法通过代理连接到 {host}。已下载的部分还在。请检查“设置 › 助手”中的代理并确认它正在运行，然后继续。</translation>
    </message>
    <message>
        <source>No connection to {host}. What had been downloaded is still there. Check your network and the address, then go on.</source>
        <translation>无法连接 {host}。已下载的内容仍在。请检查网络和地址，然后继续。</translation>
    </message>
    <message>
        <source>The answer of {host} is not that of a model hub. What had been downloaded is still there. Check the address of the hub.</source>
        <translation>{host} 的回答不像来自模型库。已下载的内容仍在。请检查模型库的地址。</translation>
    </message>
    <message>
        <source>The connection to {host} broke off again and again. What had been downloaded is still there. Go on when the network is better.</source>
        <translation>与 {host} 的连接多次中断。已下载的内容仍在。请在网络好转后继续。</translation>
    </message>
    <message>
        <source>Making the model ready was stopped from outside, perhaps for lack of memory. What had been downloaded is still there. Go on when you like.</source>
        <translation>模型的准备被外部中止，可能是内存不足。已下载的内容仍在。你可以随时继续。</translation>
    </message>
    <message>
        <source>The licence of {model} ({licence}) has not been accepted, so nothing was downloaded. Read it and accept it first.</source>
        <translation>尚未接受 {model} 的许可协议（{licence}），因此没有下载任何内容。请先阅读并接受。</translation>
    </message>
    <message>
        <source>The disk with the models did not do as asked ({code}). The models that were ready are still there. Check the disk and its rights, then try again.</source>
        <translation>存放模型的磁盘没有正常工作（{code}）。已就绪的模型仍在。请检查磁盘及其权限，然后重试。</translation>
    </message>
    <message>
        <source>{model} is being made ready at this moment, so nothing was changed. Wait until that has ended, or cancel it first.</source>
        <translation>{model} 正在准备中，因此没有做任何更改。请等它结束，或先取消。</translation>
    </message>
    <message>
        <source>{model} could not be removed completely ({code}). The other models are not affected. Close what uses it, then remove it again.</source>
        <translation>{model} 未能完全删除（{code}）。其他模型不受影响。请关闭正在使用它的程序，然后再次删除。</translation>
    </message>
    <message>
        <source>{model} is built in a way that cannot be made ready here ({architecture}). Nothing was downloaded. Choose a Qwen3 model, or a GGUF file of this one.</source>
        <translation>{model} 的结构（{architecture}）无法在这里处理，没有下载任何内容。请选择 Qwen3 模型，或这个模型的 GGUF 文件。</translation>
    </message>
    <message>
        <source>Making this model ready takes {needed} MB on the disk, and {free} MB are free. Nothing was lost. Make room, then go on.</source>
        <translation>准备这个模型需要 {needed} MB 磁盘空间，目前可用 {free} MB。没有丢失任何内容。请腾出空间，然后继续。</translation>
    </message>
    <message>
        <source>There was not enough memory to make the model ready. What had been downloaded is still there. Close other programs, then go on.</source>
        <translation>内存不足，无法准备模型。已下载的内容仍在。请关闭其他程序，然后继续。</translation>
    </message>
    <message>
        <source>{model} could not be made smaller for this machine. What had been downloaded is still there. Try again; if it fails again, choose another model.</source>
        <translation>无法为本机压缩 {model}。已下载的内容仍在。请重试；如果再次失败，请选择其他模型。</translation>
    </message>
    <message>
        <source>{repo} holds no GGUF file that can be used by itself, so nothing was downloaded. Choose another model.</source>
        <translation>{repo} 中没有可以单独使用的 GGUF 文件，因此没有下载任何内容。请选择其他模型。</translation>
    </message>
    <message>
        <source>This is not the name of a model on the hub. Nothing was downloaded. Enter it as owner/name.</source>
        <translation>这不是模型库中模型的名称，没有下载任何内容。请按“所有者/名称”的形式输入。</translation>
    </message>
    <message>
        <source>{model} cuts text in a way that cannot be converted here, so nothing was made of it and nothing was lost. Choose another model, or a GGUF file of this one.</source>
        <translation>{model} 切分文本的方式无法在这里转换，因此没有用它生成任何内容，也没有丢失任何内容。请选择其他模型，或这个模型的 GGUF 文件。</translation>
    </message>
    <message>
        <source>The weights of {model} are not complete or not those of a Qwen3 model ({tensor}), so nothing was made of them. Choose another model, or a GGUF file of this one.</source>
        <translation>{model} 的权重不完整，或不是 Qwen3 模型的权重（{tensor}），因此没有用它生成任何内容。请选择其他模型，或这个模型的 GGUF 文件。</translation>
    </message>
    <message>
        <source>The model {model} is not where it was, so your message was not read by it. Your message is still here. Choose or install a model in Settings.</source>
        <translation>模型 {model} 已不在原处，因此它没有阅读您的消息。您的消息还在这里。请在设置中选择或安装一个模型。</translation>
    </message>
    <message>
        <source>The model {model} could not be loaded: its file is damaged, or it is of a kind that Understudy cannot use. Your message is still here. Choose another model in Settings, or install this one again.</source>
        <translation>模型 {model} 无法加载：文件已损坏，或是 Understudy 不能使用的类型。您的消息还在这里。请在设置中选择其他模型，或重新安装这个模型。</translation>
    </message>
    <message>
        <source>The model needs {needed} MB of memory and {free} MB are free, so it was not loaded. Your message is still here. Close other programs, or choose a smaller model in Settings.</source>
        <translation>模型需要 {needed} MB 内存，而可用内存为 {free} MB，因此没有加载。您的消息还在这里。请关闭其他程序，或在设置中选择较小的模型。</translation>
    </message>
    <message>
        <source>The private reader stopped working and was started again, but could not finish. Your message is still here. Try again, or send less text at once.</source>
        <translation>本机阅读器停止工作，重新启动后仍未能读完。您的消息还在这里。请重试，或减少一次发送的文字。</translation>
    </message>
    <message>
        <source>The private reader had not finished after {seconds} seconds. Your message is still here. Try again, or allow more time in Settings.</source>
        <translation>本机阅读器在 {seconds} 秒后仍未读完。您的消息还在这里。请重试，或在设置中允许更长的时间。</translation>
    </message>
    <message>
        <source>A part of your message is too dense for the private reader, so it was not read to its end. Your message is still here. Send less text at once.</source>
        <translation>您的消息中有一段对本机阅读器来说过于密集，因此没有读完。您的消息还在这里。请减少一次发送的文字。</translation>
    </message>
    <message>
        <source>The model&apos;s server at {host} does not answer, so your message was not read by it. Your message is still here. Start the server, or choose another model in Settings.</source>
        <translation>位于 {host} 的模型服务没有响应，因此它没有阅读您的消息。您的消息还在这里。请启动该服务，或在设置中选择其他模型。</translation>
    </message>
    <message>
        <source>The model&apos;s server at {host} gave an answer that cannot be used, so your message was not read to its end. Your message is still here. Try again, or choose another model.</source>
        <translation>位于 {host} 的模型服务给出的回答无法使用，因此您的消息没有读完。您的消息还在这里。请重试，或选择其他模型。</translation>
    </message>
    <message>
        <source>{host} is not this computer. The private reader sees your messages before anything is hidden, so only a server on this computer can be used. Nothing was sent. Use an address such as http://127.0.0.1:11434/v1.</source>
        <translation>{host} 不是这台电脑。本机阅读器会看到隐藏之前的消息，因此只能使用这台电脑上的服务。没有发送任何内容。请使用类似 http://127.0.0.1:11434/v1 的地址。</translation>
    </message>
</context>
<context>
    <name>ForgetAllDialog</name>
    <message>
        <source>Forget everything</source>
        <translation>忘记全部</translation>
    </message>
    <message>
        <source>All values are erased from the vault&apos;s file, and nothing can bring them back. Earlier messages keep only the placeholders, and no reply restores them any more.</source>
        <translation>所有内容都将从保险库文件中抹去，无法恢复。以前的消息只保留占位符，任何回复都不再还原它们。</translation>
    </message>
    <message>
        <source>forget</source>
        <translation>全部忘记</translation>
    </message>
    <message>
        <source>To go on, type: {word}</source>
        <translation>若要继续，请输入：{word}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FoundMessages</name>
    <message>
        <source>Untitled chat</source>
        <translation>未命名对话</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation>您：{text}</translation>
    </message>
    <message>
        <source>Reply: {text}</source>
        <translation>回复：{text}</translation>
    </message>
    <message>
        <source>Show more messages</source>
        <translation>显示更多消息</translation>
    </message>
    <message>
        <source>Searching in messages…</source>
        <translation>正在搜索消息…</translation>
    </message>
    <message>
        <source>No message holds this.</source>
        <translation>没有消息包含这段文字。</translation>
    </message>
    <message>
        <source>The newest messages that hold this</source>
        <translation>包含这段文字的最新消息</translation>
    </message>
    <message>
        <source>Messages that hold this</source>
        <translation>包含这段文字的消息</translation>
    </message>
    <message>
        <source>Messages that hold what is searched</source>
        <translation>包含搜索内容的消息</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HideButton</name>
    <message>
        <source>Hide this</source>
        <translation>隐藏此内容</translation>
    </message>
    <message>
        <source>Hide the selected text (Ctrl+H)</source>
        <translation>隐藏选中的文字 (Ctrl+H)</translation>
    </message>
    <message>
        <source>Hide the selected text</source>
        <translation>隐藏选中的文字</translation>
    </message>
</context>
<context>
    <name>HubSource</name>
    <message>
        <source>A model of the hub</source>
        <translation>模型站上的模型</translation>
    </message>
    <message>
        <source>Any repository of Hugging Face that holds GGUF files. How well such a model finds private details, nobody has measured.</source>
        <translation>Hugging Face 上任何含有 GGUF 文件的仓库。这类模型查找隐私内容的效果没有人测量过。</translation>
    </message>
    <message>
        <source>owner/name, or the address of its page</source>
        <translation>所有者/名称，或其页面地址</translation>
    </message>
    <message>
        <source>Repository of the hub</source>
        <translation>模型站的仓库</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>List files</source>
        <translation>列出文件</translation>
    </message>
    <message>
        <source>List the files of the repository</source>
        <translation>列出仓库中的文件</translation>
    </message>
    <message>
        <source>Files of the repository</source>
        <translation>仓库中的文件</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Download the chosen file</source>
        <translation>下载所选文件</translation>
    </message>
    <message>
        <source>Another model is being installed. One at a time.</source>
        <translation>正在安装另一个模型。一次只能安装一个。</translation>
    </message>
    <message>
        <source>Asking the hub for the list of files.</source>
        <translation>正在向模型站查询文件列表。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to choose from. Smaller is quicker, and finds less.</source>
        <translation>
            <numerusform>有 %n 个文件可选。文件越小速度越快，但找到的内容越少。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Identities</name>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
</context>
<context>
    <name>IdentityButton</name>
    <message>
        <source>Identities</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Identities…</source>
        <translation>管理身份…</translation>
    </message>
    <message>
        <source>You write as {name}</source>
        <translation>当前身份：{name}</translation>
    </message>
    <message>
        <source>Identity: {name}</source>
        <translation>身份：{name}</translation>
    </message>
</context>
<context>
    <name>IdentityChoice</name>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Identity that this page is about</source>
        <translation>本页对应的身份</translation>
    </message>
    <message>
        <source>An identity has chats, names, instructions, a usual assistant and placeholders of its own, so that assistants cannot match what they see of two; your private values stay hidden in all of them. An account (API key) and your network address still join them at a provider: let each have an account of its own where the provider must not know.</source>
        <translation>每个身份都有自己的对话、姓名、指示、常用助手和占位符，因此助手无法把从两个身份看到的内容对应起来；您的隐私信息在所有身份中都会被隐藏。不过，同一个账号（密钥）和您的网络地址仍会让服务商把它们联系起来：如果不想让服务商知道，请为每个身份使用单独的账号。</translation>
    </message>
    <message>
        <source>New identity…</source>
        <translation>新建身份…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>New identity</source>
        <translation>新建身份</translation>
    </message>
    <message>
        <source>Rename this identity</source>
        <translation>重命名此身份</translation>
    </message>
    <message>
        <source>Remove this identity</source>
        <translation>移除此身份</translation>
    </message>
    <message>
        <source>Remove identity</source>
        <translation>移除身份</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>移除“{name}”？</translation>
    </message>
    <message>
        <source>Its chats with what they sent, its names and its instructions are removed from the vault for good, and private values that only its chats used are forgotten. Other identities stay as they are.</source>
        <translation>它的对话及其发送记录、姓名和指示将从保险库中永久移除，只在其对话中用过的隐私信息也会被遗忘。其他身份保持不变。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>New identity</source>
        <translation>新建身份</translation>
    </message>
    <message>
        <source>Rename identity</source>
        <translation>重命名身份</translation>
    </message>
    <message>
        <source>Name, seen by you only</source>
        <translation>名称（只有您能看到）</translation>
    </message>
    <message>
        <source>Name of the identity</source>
        <translation>身份的名称</translation>
    </message>
    <message>
        <source>Work, Volunteering, …</source>
        <translation>工作、志愿者……</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>First a backup is made, and all of {file} is checked. Nothing is replaced before you have seen what is in it.</source>
        <translation>会先做一份备份，并检查 {file} 的全部内容。在您看到文件里有什么之前，不会替换任何内容。</translation>
    </message>
    <message>
        <source>Restore from an export</source>
        <translation>从导出文件恢复</translation>
    </message>
    <message>
        <source>Check the export</source>
        <translation>检查导出文件</translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Checking the export…</source>
        <translation>正在检查导出文件…</translation>
    </message>
    <message>
        <source>Encrypting it for this vault…</source>
        <translation>正在为此保险库重新加密…</translation>
    </message>
    <message>
        <source>The export is sound. In it: {coming}.

It takes the place of all that is here now: {here}. That stays in the backup that was just made, and is kept aside. The ways to open the vault stay as they are. The vault is closed for a moment.</source>
        <translation>导出文件完好，其中有：{coming}。

它会取代这里现有的全部内容：{here}。现有内容保留在刚刚做好的备份里，并且另存在一旁。打开保险库的方式不变。保险库会暂时关闭。</translation>
    </message>
    <message>
        <source>Replace everything?</source>
        <translation>要替换全部内容吗？</translation>
    </message>
    <message>
        <source>Replace everything</source>
        <translation>替换全部内容</translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 条隐私信息</numerusform>
        </translation>
    </message>
    <message>
        <source>{chats} and {values}</source>
        <translation>{chats}和 {values}</translation>
    </message>
    <message>
        <source>{chats} and {values}, last used on {date}</source>
        <translation>{chats}和 {values}，最后使用于 {date}</translation>
    </message>
</context>
<context>
    <name>InstallationView</name>
    <message>
        <source>Beginning…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Asking what has to be downloaded…</source>
        <translation>正在查询需要下载的内容…</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Checking what arrived</source>
        <translation>正在校验下载的内容</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>正在转换</translation>
    </message>
    <message>
        <source>Making it small enough for this computer</source>
        <translation>正在压缩到适合这台电脑的大小</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>正在完成</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / 共 {total}</translation>
    </message>
    <message>
        <source>{speed} a second</source>
        <translation>每秒 {speed}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>大约还需 {time}</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptSecrets</name>
    <message>
        <source>Secrets that may be kept</source>
        <translation>可以保存的机密</translation>
    </message>
    <message>
        <source>Secrets are never written to the disk: when you lock the vault, they are gone. Those of a type that you tick are kept in the vault like other values.</source>
        <translation>机密从不写入磁盘：锁定保险库后就没有了。您勾选的类型会像其他内容一样保存在保险库中。</translation>
    </message>
    <message>
        <source>Keep on disk: {type}</source>
        <translation>保存到磁盘：{type}</translation>
    </message>
    <message>
        <source>Keep secrets</source>
        <translation>保存机密</translation>
    </message>
    <message>
        <source>Keep secrets of this type on disk: {type}?</source>
        <translation>将此类机密保存到磁盘：{type}？</translation>
    </message>
    <message>
        <source>Whoever opens your vault, or a backup of it, can then read them. Keep them only if replies must bring them back after you locked the vault.</source>
        <translation>这样一来，能打开您的保险库或其备份的人都能读到它们。只有在锁定保险库后回复仍须还原它们时才保存。</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Erase secrets</source>
        <translation>抹去机密</translation>
    </message>
    <message>
        <source>Keep secrets of this type no more: {type}?</source>
        <translation>不再保存此类机密：{type}？</translation>
    </message>
    <message>
        <source>Those that are kept are erased from the vault&apos;s file. Replies bring them back until you lock the vault; later only their placeholders are left.</source>
        <translation>已保存的将从保险库文件中抹去。锁定保险库之前，回复仍会还原它们；之后只剩下占位符。</translation>
    </message>
    <message>
        <source>Erase them</source>
        <translation>抹去</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>下一个对话</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>上一个对话</translation>
    </message>
    <message>
        <source>Show or hide the list of chats</source>
        <translation>显示或隐藏对话列表</translation>
    </message>
    <message>
        <source>Next identity</source>
        <translation>下一个身份</translation>
    </message>
    <message>
        <source>Show what left this computer</source>
        <translation>显示离开这台电脑的内容</translation>
    </message>
    <message>
        <source>Show what the assistant sees</source>
        <translation>显示助手看到的内容</translation>
    </message>
    <message>
        <source>Go to the message field</source>
        <translation>跳到消息输入框</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>本列表</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Stop the reply, or leave off editing</source>
        <translation>停止回复，或放弃编辑</translation>
    </message>
    <message>
        <source>Copy with placeholders</source>
        <translation>复制（保留占位符）</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Hide the selected text</source>
        <translation>隐藏选中的文字</translation>
    </message>
    <message>
        <source>Next or previous private piece</source>
        <translation>下一处或上一处隐私信息</translation>
    </message>
    <message>
        <source>About the private piece here</source>
        <translation>关于此处的隐私信息</translation>
    </message>
</context>
<context>
    <name>LevelChips</name>
    <message numerus="yes">
        <source>%n hidden value(s) of level: {level}</source>
        <translation>
            <numerusform>%n 项已隐藏，级别：{level}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Highly sensitive</source>
        <translation>高度敏感</translation>
    </message>
    <message>
        <source>Identifying</source>
        <translation>可识别身份</translation>
    </message>
    <message>
        <source>Harmless</source>
        <translation>无害</translation>
    </message>
    <message>
        <source>Could open an account or be used to steal. Never kept on disk.</source>
        <translation>可被用来登录账号或盗取财物。绝不写入磁盘。</translation>
    </message>
    <message>
        <source>Could do grave harm if others knew it.</source>
        <translation>一旦被他人知晓，可能造成严重伤害。</translation>
    </message>
    <message>
        <source>Points to a person, alone or with other details.</source>
        <translation>单独或与其他信息结合，可指向某个人。</translation>
    </message>
    <message>
        <source>Taste, habit or mood. Does not point to anyone.</source>
        <translation>喜好、习惯或心情，不指向任何人。</translation>
    </message>
</context>
<context>
    <name>LicenceDialog</name>
    <message>
        <source>Licence</source>
        <translation>许可协议</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>许可协议：{licence}</translation>
    </message>
    <message>
        <source>No licence is named</source>
        <translation>未注明许可协议</translation>
    </message>
    <message>
        <source>Read the licence…</source>
        <translation>阅读许可协议…</translation>
    </message>
    <message>
        <source>Open the model&apos;s page…</source>
        <translation>打开模型页面…</translation>
    </message>
    <message>
        <source>I accept this licence.</source>
        <translation>我接受此许可协议。</translation>
    </message>
    <message>
        <source>I know that I may use this model.</source>
        <translation>我知道自己有权使用此模型。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Whoever published this model does not say how it may be used.</source>
        <translation>此模型的发布者没有说明使用条件。</translation>
    </message>
    <message>
        <source>It says how this model may be used. Read it first.</source>
        <translation>它规定了此模型的使用条件。请先阅读。</translation>
    </message>
    <message>
        <source>It allows non-commercial use only. Read it first.</source>
        <translation>它只允许非商业用途。请先阅读。</translation>
    </message>
    <message>
        <source>{size} will be downloaded from {host}.</source>
        <translation>将从 {host} 下载 {size}。</translation>
    </message>
    <message>
        <source>{size} will be downloaded from {host}. Making the model ready needs {room} of free disk space; afterwards it takes {stays}.</source>
        <translation>将从 {host} 下载 {size}。准备模型期间需要 {room} 的可用磁盘空间；完成后占用 {stays}。</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>This link leads to {host}</source>
        <translation>此链接指向 {host}</translation>
    </message>
    <message>
        <source>Opening it tells that site everything in the address, and where you are.</source>
        <translation>打开后，该网站会得知地址中的全部内容以及您的所在位置。</translation>
    </message>
    <message>
        <source>The whole address</source>
        <translation>完整地址</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge two values</source>
        <translation>合并两项内容</translation>
    </message>
    <message>
        <source>Pick the value that is the same as {placeholder}.</source>
        <translation>请选择与 {placeholder} 相同的内容。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge the two values</source>
        <translation>合并这两项内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing is picked yet.</source>
        <translation>尚未选择。</translation>
    </message>
    <message>
        <source>From now on both are hidden as {survivor}. Where {other} stands already, it still brings back what was typed there. Merging cannot be undone.</source>
        <translation>从现在起，两者都以 {survivor} 隐藏。已经用 {other} 的地方，仍会还原当时输入的内容。合并无法撤销。</translation>
    </message>
</context>
<context>
    <name>MessageBody</name>
    <message>
        <source> (not kept)</source>
        <translation>（未保留）</translation>
    </message>
    <message>
        <source>Sent as typed, as you chose.</source>
        <translation>按您的选择原样发送。</translation>
    </message>
    <message>
        <source>The assistant made this placeholder up. It stands for nothing.</source>
        <translation>这个占位符是助手编造的，不代表任何内容。</translation>
    </message>
    <message>
        <source>A secret that was not kept. Only its placeholder is left.</source>
        <translation>这是未保留的机密，只剩下占位符。</translation>
    </message>
    <message>
        <source>A placeholder inside an address stays as it is, for your safety.</source>
        <translation>为了您的安全，网址中的占位符保持原样。</translation>
    </message>
    <message>
        <source>{sign} {level} · the assistant sees {placeholder}</source>
        <translation>{sign} {level} · 助手看到的是 {placeholder}</translation>
    </message>
    <message>
        <source>{sign} {type}, {level} · the assistant sees {placeholder}</source>
        <translation>{sign} {type}，{level} · 助手看到的是 {placeholder}</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>复制此代码</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在回复…</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>您的消息</translation>
    </message>
    <message>
        <source>Reply of {who}</source>
        <translation>{who} 的回复</translation>
    </message>
    <message numerus="yes">
        <source>Could not answer just now. Asked again in %n second(s)…</source>
        <translation>
            <numerusform>暂时无法回答，%n 秒后会再次询问…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What had come is kept.</source>
        <translation>已停止。已收到的内容已保留。</translation>
    </message>
    <message>
        <source>Stopped before anything had come.</source>
        <translation>在收到任何内容之前已停止。</translation>
    </message>
    <message>
        <source>Cut short. What had come is kept.</source>
        <translation>回复中断。已收到的内容已保留。</translation>
    </message>
    <message>
        <source>No reply came. Your message is kept.</source>
        <translation>没有收到回复。您的消息已保留。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with placeholders</source>
        <translation>复制（保留占位符）</translation>
    </message>
    <message>
        <source>Show what this message sent</source>
        <translation>显示这条消息发出的内容</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>编辑并重新发送</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提问</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>No private reader</source>
        <translation>不使用本机阅读器</translation>
    </message>
    <message>
        <source>Another model is being installed. One at a time.</source>
        <translation>正在安装另一个模型。一次只能安装一个。</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭阅读器</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Test on a sample…</source>
        <translation>用示例测试…</translation>
    </message>
    <message>
        <source>Fetch its instructions</source>
        <translation>获取它的指令文本</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>! Missing</source>
        <translation>! 缺失</translation>
    </message>
    <message>
        <source>✓ In use</source>
        <translation>✓ 正在使用</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>! Stopped</source>
        <translation>! 已中断</translation>
    </message>
    <message>
        <source>‖ Paused</source>
        <translation>‖ 已暂停</translation>
    </message>
    <message>
        <source>★ Suggested</source>
        <translation>★ 推荐</translation>
    </message>
    <message>
        <source>It is to read your messages, and is not on this computer any more. Install it again, or choose another.</source>
        <translation>它被选来阅读您的消息，但已不在这台电脑上。请重新安装，或选择其他模型。</translation>
    </message>
    <message>
        <source>Rules and word lists alone look for private details.</source>
        <translation>只用规则和词表查找隐私内容。</translation>
    </message>
    <message>
        <source>Not finished: {size} are on this computer so far.</source>
        <translation>尚未完成：目前已有 {size} 在这台电脑上。</translation>
    </message>
    <message>
        <source>Served by another program on this computer: {address}</source>
        <translation>由这台电脑上的另一个程序提供：{address}</translation>
    </message>
    <message>
        <source>A file of yours: {path}</source>
        <translation>您自己的文件：{path}</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>占用磁盘 {size}</translation>
    </message>
    <message>
        <source>{memory} of memory while it reads</source>
        <translation>阅读时占用内存 {memory}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>许可协议：{licence}</translation>
    </message>
    <message>
        <source>The instructions that it was trained on could not be fetched, so this app&apos;s own are used. It may find a little less.</source>
        <translation>未能获取训练它时所用的指令文本，因此使用本应用自己的。它找到的内容可能略少。</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>需下载 {size}</translation>
    </message>
    <message>
        <source>Published score (F1): {scores}</source>
        <translation>公布的得分（F1）：{scores}</translation>
    </message>
    <message>
        <source>Published score (F1): {points} points below the best</source>
        <translation>公布的得分（F1）：比最好的低 {points} 分</translation>
    </message>
    <message>
        <source>Published score (F1): not told in numbers</source>
        <translation>公布的得分（F1）：没有给出数字</translation>
    </message>
    <message>
        <source>Licence: {licence}, for non-commercial use only</source>
        <translation>许可协议：{licence}，仅限非商业用途</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>What is your name?</source>
        <translation>怎么称呼您？</translation>
    </message>
    <message>
        <source>So that it is found and hidden wherever you write it. It stays in the vault, and you may leave it empty.</source>
        <translation>这样无论您写在哪里，它都能被发现并隐藏。它只保存在保险库中，也可以留空。</translation>
    </message>
    <message>
        <source>Your full name (optional)</source>
        <translation>您的全名（可选）</translation>
    </message>
    <message>
        <source>Your full name, optional</source>
        <translation>您的全名，可选</translation>
    </message>
    <message>
        <source>You start with Mirror, an assistant inside this app that shows what an assistant would see. It needs no account, and nothing leaves this computer. Add others in Settings.</source>
        <translation>您将从“镜像”开始：它是本应用内置的助手，会显示助手能看到的内容。它无需账号，任何内容都不会离开这台电脑。其他助手可在“设置”中添加。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue with this name</source>
        <translation>使用此姓名继续</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the passphrase</source>
        <translation>返回设置主密码</translation>
    </message>
</context>
<context>
    <name>OtherSources</name>
    <message>
        <source>A file of yours</source>
        <translation>您自己的文件</translation>
    </message>
    <message>
        <source>A GGUF file on this computer. It stays where it is and is put among the models here; on the same disk that takes no more room.</source>
        <translation>这台电脑上的 GGUF 文件。它会留在原处，同时加入这里的模型列表；在同一磁盘上不会多占空间。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a GGUF file on this computer</source>
        <translation>选择这台电脑上的 GGUF 文件</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <translation>GGUF 模型 (*.gguf)</translation>
    </message>
</context>
<context>
    <name>OutgoingPanel</name>
    <message>
        <source>The text could not be checked, so nothing leaves.</source>
        <translation>文字未能完成检查，因此不会发出任何内容。</translation>
    </message>
    <message>
        <source>What you write appears here as it leaves this computer.</source>
        <translation>您写的内容会以离开这台电脑时的样子显示在这里。</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指示</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>What the assistant sees</source>
        <translation>助手看到的内容</translation>
    </message>
    <message>
        <source>Close (Ctrl+Shift+O)</source>
        <translation>关闭 (Ctrl+Shift+O)</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>关闭此面板</translation>
    </message>
    <message>
        <source>Your message as it leaves</source>
        <translation>您的消息（发出时的样子）</translation>
    </message>
    <message>
        <source>Sent along: instructions and earlier messages</source>
        <translation>一并发送：指示和之前的消息</translation>
    </message>
    <message>
        <source>Instructions and earlier messages as they leave</source>
        <translation>指示和之前的消息（发出时的样子）</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Passphrase</source>
        <translation>主密码</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>再次输入主密码</translation>
    </message>
    <message>
        <source>Show the passphrases</source>
        <translation>显示主密码</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the passphrase as it is typed</source>
        <translation>输入时显示主密码</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>设置主密码</translation>
    </message>
    <message>
        <source>Your chats and the private details in them are kept in an encrypted vault on this computer. The passphrase is its only key.</source>
        <translation>您的对话及其中的隐私信息都保存在这台电脑上的加密保险库中。主密码是打开它的唯一钥匙。</translation>
    </message>
    <message>
        <source>Nobody can recover a lost passphrase, and the vault cannot be opened without it. Write it down and keep the note in a safe place.</source>
        <translation>主密码一旦丢失，任何人都无法找回；没有它就打不开保险库。请把它写下来，放在安全的地方。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue with this passphrase</source>
        <translation>使用此主密码继续</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>两次输入的主密码不一致。</translation>
    </message>
</context>
<context>
    <name>PickerPopup</name>
    <message>
        <source>Find an assistant or a model</source>
        <translation>查找助手或模型</translation>
    </message>
    <message>
        <source>Assistants and models</source>
        <translation>助手和模型</translation>
    </message>
    <message>
        <source>Add or change assistants…</source>
        <translation>添加或更改助手…</translation>
    </message>
    <message>
        <source>Mirror · no account, nothing leaves</source>
        <translation>镜像 · 无需账号，内容不会外发</translation>
    </message>
    <message>
        <source>Read the list of models</source>
        <translation>读取模型列表</translation>
    </message>
    <message>
        <source>Use “{model}” at {name}</source>
        <translation>在 {name} 使用“{model}”</translation>
    </message>
</context>
<context>
    <name>PlaceholderChoices</name>
    <message>
        <source>What assistants see instead of a value</source>
        <translation>助手看到什么来代替内容</translation>
    </message>
    <message>
        <source>What it is, and a number: {example} (recommended)</source>
        <translation>类型和编号：{example}（推荐）</translation>
    </message>
    <message>
        <source>Replies make the most sense, and bring the value back.</source>
        <translation>回复最通顺，并会还原内容。</translation>
    </message>
    <message>
        <source>Only a number: {example}</source>
        <translation>只有编号：{example}</translation>
    </message>
    <message>
        <source>Assistants do not learn what kind of detail it is and may answer less well; replies bring the value back.</source>
        <translation>助手不知道这是哪类信息，回答可能稍差；回复会还原内容。</translation>
    </message>
    <message>
        <source>Nothing at all: {example}</source>
        <translation>什么都不透露：{example}</translation>
    </message>
    <message>
        <source>Assistants cannot tell one value from another, and replies cannot bring the value back.</source>
        <translation>助手无法区分不同的内容，回复也无法还原内容。</translation>
    </message>
    <message>
        <source>Numbers of their own</source>
        <translation>单独编号</translation>
    </message>
    <message>
        <source>One numbering for all chats (recommended)</source>
        <translation>所有对话共用一套编号（推荐）</translation>
    </message>
    <message>
        <source>A value has the same placeholder in all chats of an identity, so two providers that put their chats together could see that both are about the same person.</source>
        <translation>同一内容在一个身份的所有对话中占位符相同，因此两家服务商若把对话放在一起，可能看出说的是同一个人。</translation>
    </message>
    <message>
        <source>One for each assistant</source>
        <translation>每个助手一套编号</translation>
    </message>
    <message>
        <source>What two assistants saw cannot be put together by the placeholders.</source>
        <translation>无法凭占位符把两个助手看到的内容联系起来。</translation>
    </message>
    <message>
        <source>One for each chat</source>
        <translation>每个对话一套编号</translation>
    </message>
    <message>
        <source>Not even two chats with the same assistant can be put together by the placeholders.</source>
        <translation>即使是与同一助手的两个对话，也无法凭占位符联系起来。</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>You</source>
        <translation>关于您</translation>
    </message>
    <message>
        <source>Your names</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>One a line, your full name first. They are found and hidden wherever you write them, and other people&apos;s names are told apart from yours.</source>
        <translation>每行一个，全名写在最前。无论您写在哪里，它们都会被发现并隐藏，也能与他人的姓名区分开。</translation>
    </message>
    <message>
        <source>Your names, one a line</source>
        <translation>您的姓名，每行一个</translation>
    </message>
    <message>
        <source>Full name
Nickname</source>
        <translation>全名
昵称</translation>
    </message>
    <message>
        <source>Instructions to the assistant</source>
        <translation>给助手的指示</translation>
    </message>
    <message>
        <source>Sent with every chat, checked and hidden like a message. For example: answer briefly, and say when you are not sure.</source>
        <translation>随每个对话一起发送，并像消息一样经过检查和隐藏。例如：回答要简短，不确定时请说明。</translation>
    </message>
</context>
<context>
    <name>ProofBar</name>
    <message>
        <source>Check the chain</source>
        <translation>检查回执链</translation>
    </message>
    <message>
        <source>Check the chain of receipts</source>
        <translation>检查回执链</translation>
    </message>
    <message>
        <source>Hash or line that you kept (optional)</source>
        <translation>您保存的哈希值或整行记录（可选）</translation>
    </message>
    <message>
        <source>A hash that you wrote down earlier; it must still be in the chain</source>
        <translation>您先前记下的哈希值；它必须仍在链中</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write all receipts into a file</source>
        <translation>将所有回执写入文件</translation>
    </message>
    <message>
        <source>The last hash of the chain</source>
        <translation>链中最后一个哈希值</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the last hash, with its number and date</source>
        <translation>复制最后一个哈希值及其编号和日期</translation>
    </message>
    <message>
        <source>Receipt {number}: {hash}</source>
        <translation>回执 {number}：{hash}</translation>
    </message>
    <message>
        <source>Receipt {number}, sent {when}: {hash}</source>
        <translation>回执 {number}，发送于 {when}：{hash}</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more finding(s).</source>
        <translation>
            <numerusform>还有 %n 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no receipt yet: nothing has left through Understudy.</source>
        <translation>还没有回执：没有任何内容通过 Understudy 发出。</translation>
    </message>
    <message numerus="yes">
        <source>All %n receipt(s) are as they were kept, in one unbroken chain.</source>
        <translation>
            <numerusform>全部 %n 张回执都与保存时一致，链条完整。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them went with deleted chats; only hashes are left.</source>
        <translation>
            <numerusform>其中 %n 张已随被删除的对话一同删除，只留下哈希值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep this line in another place than this computer: it proves later that nothing before it was changed.</source>
        <translation>请把这一行保存在这台电脑以外的地方：日后它能证明在此之前的内容都没有被改动过。</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) were written to {file}. Whoever has this file can read what left.</source>
        <translation>
            <numerusform>已将 %n 张回执写入 {file}。拿到该文件的人可以读到发出的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>A hash has 64 digits and letters from a to f. Copy the whole of it.</source>
        <translation>哈希值由 64 个数字和 a 到 f 的字母组成。请完整复制。</translation>
    </message>
    <message>
        <source>Checking every receipt…</source>
        <translation>正在检查每张回执…</translation>
    </message>
    <message>
        <source>Writing all receipts…</source>
        <translation>正在写入所有回执…</translation>
    </message>
    <message>
        <source>Export all receipts</source>
        <translation>导出所有回执</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines 文件 (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>ProofField</name>
    <message>
        <source>Confirm with</source>
        <translation>确认方式</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>当前的主密码</translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>{type}: always hidden</source>
        <translation>{type}：始终隐藏</translation>
    </message>
    <message>
        <source>{type}: sent as typed</source>
        <translation>{type}：原样发送</translation>
    </message>
    <message>
        <source>What is hidden before a message leaves</source>
        <translation>消息发出前隐藏哪些内容</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Exceptions by type</source>
        <translation>按类型设置例外</translation>
    </message>
    <message>
        <source>There is no exception.</source>
        <translation>没有例外。</translation>
    </message>
    <message>
        <source>Always hidden</source>
        <translation>始终隐藏的内容</translation>
    </message>
    <message>
        <source>Nothing yet. Names of projects or friends could stand here.</source>
        <translation>还没有。可以写上项目或朋友的名字。</translation>
    </message>
    <message>
        <source>Never hidden</source>
        <translation>从不隐藏的内容</translation>
    </message>
    <message>
        <source>Nothing yet. What is listed here leaves as you typed it.</source>
        <translation>还没有。列在这里的内容会原样发出。</translation>
    </message>
    <message>
        <source>Type of detail</source>
        <translation>信息类型</translation>
    </message>
    <message>
        <source>Always hide</source>
        <translation>始终隐藏</translation>
    </message>
    <message>
        <source>Send as typed</source>
        <translation>原样发送</translation>
    </message>
    <message>
        <source>What happens to this type</source>
        <translation>对此类型的处理</translation>
    </message>
    <message>
        <source>Add an exception</source>
        <translation>添加例外</translation>
    </message>
    <message>
        <source>Everything personal (recommended)</source>
        <translation>所有个人信息（推荐）</translation>
    </message>
    <message>
        <source>Hides secrets, sensitive facts and whatever points to a person. Leaves readable: tastes, habits and moods.</source>
        <translation>隐藏机密、敏感事实以及一切指向个人的信息。仍可读：喜好、习惯和心情。</translation>
    </message>
    <message>
        <source>Sensitive facts and secrets</source>
        <translation>敏感事实和机密</translation>
    </message>
    <message>
        <source>Leaves readable: names, phone numbers, addresses, employers and other details that point to a person.</source>
        <translation>仍可读：姓名、电话号码、地址、工作单位等指向个人的信息。</translation>
    </message>
    <message>
        <source>Secrets only</source>
        <translation>仅机密</translation>
    </message>
    <message>
        <source>Hides passwords, codes and keys. Leaves readable: health, money, ID numbers, places and everything that points to a person.</source>
        <translation>隐藏密码、验证码和密钥。仍可读：健康、财务、证件号码、地点以及一切指向个人的信息。</translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Stays in the vault</source>
        <translation>保存在保险库中</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>显示密钥</translation>
    </message>
    <message>
        <source>Get a key at {address}</source>
        <translation>在此获取密钥：{address}</translation>
    </message>
    <message>
        <source>Where to get a key</source>
        <translation>在哪里获取密钥</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Test the connection and read the list of models</source>
        <translation>测试连接并读取模型列表</translation>
    </message>
    <message>
        <source>Asking for the list of models. No message is sent.</source>
        <translation>正在查询模型列表，不会发送任何消息。</translation>
    </message>
    <message numerus="yes">
        <source>Connected: %n model(s) to choose from.</source>
        <translation>
            <numerusform>已连接：有 %n 个模型可选。</numerusform>
        </translation>
    </message>
    <message>
        <source>The test reads the list of models. You may also type a model&apos;s name.</source>
        <translation>测试会读取模型列表。您也可以直接输入模型名称。</translation>
    </message>
</context>
<context>
    <name>ProxyField</name>
    <message>
        <source>Only where the network needs one. It learns which servers you use, never what you write; those on this computer are reached without it.</source>
        <translation>仅在网络需要代理时填写。它只知道您连接了哪些服务器，看不到您写的内容；本机上的服务器不经过代理。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>Your message is sent as soon as the private reader has read it. What it finds stays home.</source>
        <translation>本机阅读器读完后，消息会立即发送。它找到的内容留在本机。</translation>
    </message>
    <message>
        <source>Send without it</source>
        <translation>不等它，直接发送</translation>
    </message>
    <message>
        <source>Send now, with only what is marked hidden. The receipt says so.</source>
        <translation>现在发送，只隐藏已标出的内容。回执会注明。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Do not send yet</source>
        <translation>先不发送</translation>
    </message>
</context>
<context>
    <name>ReaderOffer</name>
    <message>
        <source>Add the private reader?</source>
        <translation>要添加本机阅读器吗？</translation>
    </message>
    <message>
        <source>Rules find what has a shape: names, numbers, addresses. A language model also understands what you tell: an illness, a debt, a journey. It runs on this computer only, and nothing that you write is sent anywhere for it.</source>
        <translation>规则能找到有固定形式的内容：姓名、号码、地址。语言模型还能理解您讲述的事情：病情、债务、行程。它只在这台电脑上运行，您写的内容不会因此发送到任何地方。</translation>
    </message>
    <message>
        <source>A model is downloaded once, with several gigabytes. You see its licence and size first, and can do this at any time in Settings.</source>
        <translation>模型只需下载一次，有数 GB。您会先看到它的许可协议和大小，也可以随时在“设置”中进行。</translation>
    </message>
    <message>
        <source>Making the vault. This takes a few seconds.</source>
        <translation>正在创建保险库，需要几秒钟。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the name</source>
        <translation>返回填写姓名</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Not now: make the vault and start</source>
        <translation>暂不：创建保险库并开始</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>立即设置</translation>
    </message>
    <message>
        <source>Set it up: make the vault, start, and show the private reader&apos;s settings</source>
        <translation>立即设置：创建保险库，开始使用，并显示本机阅读器的设置</translation>
    </message>
</context>
<context>
    <name>ReaderPage</name>
    <message>
        <source>Private reader</source>
        <translation>本机阅读器</translation>
    </message>
    <message>
        <source>A language model on this computer reads each message before it leaves, and marks what no rule can find: an illness, a debt, a journey, told in your own words. It runs on this computer only. Nothing that you write is sent anywhere for it.</source>
        <translation>这台电脑上的语言模型会在每条消息发出之前先读一遍，标出规则发现不了的内容：用您自己的话讲述的病情、债务、行程。它只在这台电脑上运行，您写的内容不会因此发送到任何地方。</translation>
    </message>
    <message>
        <source>What reads your messages</source>
        <translation>由谁阅读您的消息</translation>
    </message>
    <message>
        <source>Other sources</source>
        <translation>其他来源</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>The models take {size} on this computer&apos;s disk.</source>
        <translation>这些模型在这台电脑上共占用磁盘 {size}。</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>取消下载</translation>
    </message>
    <message>
        <source>Stop and remove what is there of {model}?</source>
        <translation>要停止并移除 {model} 已有的部分吗？</translation>
    </message>
    <message>
        <source>To keep it and go on later, choose Pause instead.</source>
        <translation>若要保留并以后继续，请选择“暂停”。</translation>
    </message>
    <message>
        <source>Stop and remove</source>
        <translation>停止并移除</translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation>移除模型</translation>
    </message>
    <message>
        <source>Remove {model} from this computer?</source>
        <translation>要从这台电脑上移除 {model} 吗？</translation>
    </message>
    <message>
        <source>It reads your messages now. The private reader will be switched off, and {size} on the disk become free.</source>
        <translation>它正在阅读您的消息。本机阅读器将被关闭，并释放 {size} 磁盘空间。</translation>
    </message>
    <message>
        <source>{size} on the disk become free.</source>
        <translation>将释放 {size} 磁盘空间。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ReaderSign</name>
    <message>
        <source>Getting the reader ready</source>
        <translation>正在准备阅读器</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在阅读</translation>
    </message>
    <message>
        <source>Starting the reader again</source>
        <translation>正在重启阅读器</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未读完</translation>
    </message>
    <message>
        <source>The model is being loaded. The first time this can take minutes.</source>
        <translation>正在加载模型。第一次可能需要几分钟。</translation>
    </message>
    <message>
        <source>The private reader on this computer looks for what no rule can find.</source>
        <translation>这台电脑上的本机阅读器正在查找规则发现不了的内容。</translation>
    </message>
    <message>
        <source>The private reader had stopped working and starts again. Nothing was lost.</source>
        <translation>本机阅读器曾停止工作，正在重新启动。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The private reader has read all of this message.</source>
        <translation>本机阅读器已读完这条消息。</translation>
    </message>
    <message>
        <source>The private reader could not finish. You are asked before anything is sent.</source>
        <translation>本机阅读器未能读完。发送之前会先询问您。</translation>
    </message>
</context>
<context>
    <name>ReceiptDetails</name>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Your choices</source>
        <translation>您的选择</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>检查者</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Hash of this receipt in the chain</source>
        <translation>这张回执在链中的哈希值</translation>
    </message>
    <message>
        <source>SHA-256 of the text that left</source>
        <translation>发出内容的 SHA-256</translation>
    </message>
    <message>
        <source>What left</source>
        <translation>发出的内容</translation>
    </message>
    <message>
        <source>Byte for byte</source>
        <translation>逐字节原文</translation>
    </message>
    <message>
        <source>Show it byte for byte, as it was sent</source>
        <translation>按发送时的样子逐字节显示</translation>
    </message>
    <message>
        <source>What left, with placeholders</source>
        <translation>发出的内容（含占位符）</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>回执 {number}</translation>
    </message>
</context>
<context>
    <name>ReceiptList</name>
    <message>
        <source>Requests that left, the latest first</source>
        <translation>发出的请求，最新的在前</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>The built-in rules</source>
        <translation>内置规则</translation>
    </message>
    <message>
        <source>The built-in rules and your private reader</source>
        <translation>内置规则和您的本机阅读器</translation>
    </message>
    <message>
        <source>The built-in rules; you sent it without waiting for your private reader</source>
        <translation>内置规则；您没有等本机阅读器读完就发送了</translation>
    </message>
    <message>
        <source>sent as typed: {type} × {count}</source>
        <translation>按原样发送：{type} × {count}</translation>
    </message>
    <message>
        <source>hidden: {type} × {count}</source>
        <translation>已隐藏：{type} × {count}</translation>
    </message>
    <message>
        <source>nothing hidden</source>
        <translation>没有隐藏内容</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>this computer ({host})</source>
        <translation>这台电脑（{host}）</translation>
    </message>
</context>
<context>
    <name>ReceiptsWindow</name>
    <message>
        <source>This message has sent nothing, or nothing that a receipt was kept of.</source>
        <translation>这条消息没有发出任何内容，或没有留下回执。</translation>
    </message>
    <message>
        <source>No request that left holds this text.</source>
        <translation>发出的请求中都没有这段文字。</translation>
    </message>
    <message>
        <source>Nothing has left yet. Every request will be listed here, word for word.</source>
        <translation>还没有发出任何内容。每个请求都会逐字列在这里。</translation>
    </message>
    <message>
        <source>What left this computer</source>
        <translation>离开这台电脑的内容</translation>
    </message>
    <message>
        <source>Every request to an assistant, exactly as it was sent. Receipts are chained, so that a change to any of them can be found out.</source>
        <translation>发给助手的每个请求，与发送时完全一致。回执连成一条链，任何一张被改动都能查出来。</translation>
    </message>
    <message>
        <source>Search in what left</source>
        <translation>搜索发出的内容</translation>
    </message>
    <message>
        <source>Search in what left, and by assistant, host or model</source>
        <translation>在发出的内容中搜索，也可按助手、主机或模型搜索</translation>
    </message>
    <message>
        <source>Only what one message has sent is shown.</source>
        <translation>只显示一条消息发出的内容。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show all that left</source>
        <translation>显示发出的全部内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>关闭此窗口</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Your recovery code</source>
        <translation>您的恢复码</translation>
    </message>
    <message>
        <source>It opens your vault when the passphrase is forgotten. Whoever has it can open the vault too, so keep it on paper, away from this computer. It is shown only now; a code from before stops working once this one is set up.</source>
        <translation>忘记主密码时，可以用它打开保险库。任何拿到它的人也能打开保险库，所以请把它写在纸上，放在远离这台电脑的地方。它只在现在显示一次；启用这个恢复码后，以前的恢复码就不再有效。</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>我已经把它写下来了</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Use this code</source>
        <translation>启用这个恢复码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RecoveryField</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
</context>
<context>
    <name>RescueOffer</name>
    <message>
        <source>A copy of the key file is kept beside your backups. It can be put in its place; a damaged key file is kept aside under another name.</source>
        <translation>备份旁边保存着一份密钥文件的副本，可以把它放回原处；损坏的密钥文件会以另一个名称保留在一旁。</translation>
    </message>
    <message>
        <source>Put back the copy of the key file</source>
        <translation>放回密钥文件的副本</translation>
    </message>
    <message>
        <source>The newest good backup is of {date} ({size}). It can be put in the place of the database; what is there now is kept aside under another name. What was added after the backup is missing from it.</source>
        <translation>最新的完好备份来自 {date}（{size}）。可以用它代替数据库；现有的文件会以另一个名称保留在一旁。备份之后新增的内容不在其中。</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>恢复此备份</translation>
    </message>
    <message>
        <source>There is no backup here that is whole. Nothing was changed, and no empty vault was made. If you have an export, or a backup of your own, keep these files and put that in their place.</source>
        <translation>这里没有完好的备份。没有任何改动，也没有新建空的保险库。如果您有导出文件或自己的备份，请保留现有文件，再把它放到原处。</translation>
    </message>
</context>
<context>
    <name>ServerSource</name>
    <message>
        <source>A server on this computer</source>
        <translation>这台电脑上的服务</translation>
    </message>
    <message>
        <source>For those who run Ollama, LM Studio or llama-server. It sees your messages before anything is hidden, so it must be on this computer.</source>
        <translation>供运行 Ollama、LM Studio 或 llama-server 的用户使用。它会看到隐藏之前的消息，因此必须在这台电脑上。</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>List models</source>
        <translation>列出模型</translation>
    </message>
    <message>
        <source>List the models of the server</source>
        <translation>列出服务中的模型</translation>
    </message>
    <message>
        <source>Models of the server</source>
        <translation>服务中的模型</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Read with the chosen model of the server</source>
        <translation>用服务中所选的模型阅读</translation>
    </message>
    <message>
        <source>Asking the server for the list of its models.</source>
        <translation>正在向服务查询模型列表。</translation>
    </message>
    <message>
        <source>The server has no model. Load one there, then list again.</source>
        <translation>该服务没有模型。请先在那里加载一个，然后重新列出。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) to choose from.</source>
        <translation>
            <numerusform>有 %n 个模型可选。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Assistants</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>Private reader</source>
        <translation>本机阅读器</translation>
    </message>
    <message>
        <source>What stays home</source>
        <translation>留在本机的内容</translation>
    </message>
    <message>
        <source>You</source>
        <translation>关于您</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>保险库</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>Every change is kept at once.</source>
        <translation>更改会立即保存。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>关闭设置</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Search chats by title and messages by content</source>
        <translation>按标题搜索对话，按内容搜索消息</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Your chats will be listed here.</source>
        <translation>您的对话会列在这里。</translation>
    </message>
    <message>
        <source>No chat has this in its title.</source>
        <translation>没有标题包含这些文字的对话。</translation>
    </message>
    <message>
        <source>Delete chat</source>
        <translation>删除对话</translation>
    </message>
    <message>
        <source>Delete “{title}”?</source>
        <translation>要删除“{title}”吗？</translation>
    </message>
    <message>
        <source>Untitled chat</source>
        <translation>未命名对话</translation>
    </message>
    <message>
        <source>Its messages are removed from the vault for good.</source>
        <translation>其中的消息将从保险库中永久删除。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SpanPopup</name>
    <message>
        <source>About this private piece</source>
        <translation>关于这处隐私信息</translation>
    </message>
    <message>
        <source>“{value}”</source>
        <translation>“{value}”</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Send as typed</source>
        <translation>原样发送</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>有效范围</translation>
    </message>
    <message>
        <source>For this message</source>
        <translation>仅此消息</translation>
    </message>
    <message>
        <source>Always, in every chat</source>
        <translation>所有对话，始终有效</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It looks like one of our own placeholders, so it leaves under another name and comes back as you typed it.</source>
        <translation>它看起来像我们自己的占位符，因此会换个名字发出，返回时恢复成您输入的样子。</translation>
    </message>
    <message>
        <source>You chose to hide it.</source>
        <translation>您选择了隐藏它。</translation>
    </message>
    <message>
        <source>It was hidden before, here or in another chat.</source>
        <translation>它以前在此对话或其他对话中隐藏过。</translation>
    </message>
    <message>
        <source>It is one of your own names, from Settings.</source>
        <translation>它是您在“设置”中填写的姓名之一。</translation>
    </message>
    <message>
        <source>Its form and its check digits leave no doubt.</source>
        <translation>它的格式和校验位确凿无疑。</translation>
    </message>
    <message>
        <source>Its form, or the words around it, say so.</source>
        <translation>从它的格式或上下文可以看出。</translation>
    </message>
    <message>
        <source>It may be private. You know better.</source>
        <translation>它可能属于隐私，由您判断。</translation>
    </message>
    <message>
        <source>The assistant sees {placeholder} instead.</source>
        <translation>助手看到的是 {placeholder}。</translation>
    </message>
    <message>
        <source>The assistant sees a placeholder instead.</source>
        <translation>助手看到的是占位符。</translation>
    </message>
    <message>
        <source>The assistant sees it exactly as you typed it.</source>
        <translation>助手会看到您输入的原文。</translation>
    </message>
</context>
<context>
    <name>StrengthHint</name>
    <message>
        <source>Strength of the passphrase</source>
        <translation>主密码强度</translation>
    </message>
    <message>
        <source>Four or more words that do not belong together work well.</source>
        <translation>四个以上互不相关的词语效果很好。</translation>
    </message>
    <message>
        <source>Too short: use at least {count} characters.</source>
        <translation>太短：请至少使用 {count} 个字符。</translation>
    </message>
    <message>
        <source>Weak: easy to guess for someone who copies your files. Add words.</source>
        <translation>弱：拿到您文件副本的人很容易猜出来。请再加几个词。</translation>
    </message>
    <message>
        <source>Fair. One more word would make it strong.</source>
        <translation>一般。再加一个词就会变强。</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>强。</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新的主密码</translation>
    </message>
    <message>
        <source>The export&apos;s passphrase</source>
        <translation>导出文件的密码</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
</context>
<context>
    <name>TitleDelegate</name>
    <message>
        <source>Title of the chat</source>
        <translation>对话标题</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>What the assistant sees</source>
        <translation>助手看到的内容</translation>
    </message>
    <message>
        <source>What left this computer</source>
        <translation>离开这台电脑的内容</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Show earlier messages</source>
        <translation>显示更早的消息</translation>
    </message>
    <message>
        <source>Write as you would to a friend: private details are replaced by placeholders before anything leaves, and put back in the reply on this computer.</source>
        <translation>像给朋友写信那样写就好：隐私信息在发出前会换成占位符，收到回复后再在这台电脑上还原。</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>跳到末尾</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>Test on a sample</source>
        <translation>用示例测试</translation>
    </message>
    <message>
        <source>Test {model}</source>
        <translation>测试 {model}</translation>
    </message>
    <message>
        <source>The sample is made up; change it as you like. It is not kept, nor sent.</source>
        <translation>示例是虚构的，可以随意修改。它不会被保存，也不会被发送。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>The model is reading</source>
        <translation>模型正在阅读</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Have the model read the sample</source>
        <translation>让模型阅读示例</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the test</source>
        <translation>关闭测试</translation>
    </message>
    <message>
        <source>I&apos;m Dana Whitfield. Since the divorce I owe my brother 4,200 euros, and on Thursday I fly to Lisbon to hear what another doctor says about my thyroid.</source>
        <translation>我叫沈若溪。离婚以后我欠弟弟三万两千元，星期四要飞去成都，听另一位医生怎么说我的甲状腺。</translation>
    </message>
    <message>
        <source>The first time, a model first has to learn its instructions. That can take minutes; later it is much sooner done.</source>
        <translation>第一次使用时，模型要先读取指令，可能需要几分钟；以后会快得多。</translation>
    </message>
    <message>
        <source>The reader had stopped working and starts again…</source>
        <translation>阅读器曾停止工作，正在重新启动…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在阅读…</translation>
    </message>
    <message>
        <source>Getting the model ready. The first time this can take minutes…</source>
        <translation>正在准备模型。第一次可能需要几分钟…</translation>
    </message>
    <message>
        <source>It found nothing private in this sample, in {time}.</source>
        <translation>它用了 {time}，在这个示例中没有找到隐私内容。</translation>
    </message>
    <message numerus="yes">
        <source>It found %n private detail(s) in {time}:</source>
        <translation>
            <numerusform>它用了 {time}，找到 %n 处隐私内容：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Types</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>Card security code</source>
        <translation>银行卡安全码</translation>
    </message>
    <message>
        <source>Database connection</source>
        <translation>数据库连接</translation>
    </message>
    <message>
        <source>Security weakness</source>
        <translation>安全漏洞</translation>
    </message>
    <message>
        <source>Business secret</source>
        <translation>商业机密</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Card or account number</source>
        <translation>银行卡或账户号码</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款记录</translation>
    </message>
    <message>
        <source>Income or assets</source>
        <translation>收入或资产</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Exact place</source>
        <translation>精确位置</translation>
    </message>
    <message>
        <source>Trip or route</source>
        <translation>行程或路线</translation>
    </message>
    <message>
        <source>Body feature</source>
        <translation>生物特征</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>私人消息</translation>
    </message>
    <message>
        <source>Origin, faith or politics</source>
        <translation>民族、信仰或政治倾向</translation>
    </message>
    <message>
        <source>Court or police record</source>
        <translation>司法或治安记录</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>详细地址</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Network or device address</source>
        <translation>网络或设备地址</translation>
    </message>
    <message>
        <source>Age, work or school</source>
        <translation>年龄、工作或学校</translation>
    </message>
    <message>
        <source>Family or contacts</source>
        <translation>家人或联系人</translation>
    </message>
    <message>
        <source>Backup code</source>
        <translation>备用码</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Security answer</source>
        <translation>密保答案</translation>
    </message>
    <message>
        <source>Internal network address</source>
        <translation>内网地址</translation>
    </message>
    <message>
        <source>Internal web address</source>
        <translation>内部网址</translation>
    </message>
    <message>
        <source>Project or task number</source>
        <translation>项目或任务编号</translation>
    </message>
    <message>
        <source>Medical record</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>Debt or loan</source>
        <translation>债务或贷款</translation>
    </message>
    <message>
        <source>Hotel or lodging</source>
        <translation>酒店或住宿</translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation>车牌号</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>护照号码</translation>
    </message>
    <message>
        <source>Driving licence number</source>
        <translation>驾驶证号码</translation>
    </message>
    <message>
        <source>Credit score</source>
        <translation>信用评分</translation>
    </message>
    <message>
        <source>Someone else&apos;s details</source>
        <translation>他人的信息</translation>
    </message>
    <message>
        <source>Device number</source>
        <translation>设备编号</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>职位</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Employer or organisation</source>
        <translation>单位或组织</translation>
    </message>
    <message>
        <source>Marked by you</source>
        <translation>您标记的内容</translation>
    </message>
    <message>
        <source>Looks like a placeholder</source>
        <translation>形似占位符</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Welcome back</source>
        <translation>欢迎回来</translation>
    </message>
    <message>
        <source>Type your recovery code as it is printed; spaces and dashes do not matter.</source>
        <translation>请按打印的样子输入恢复码；空格和短横线不影响。</translation>
    </message>
    <message>
        <source>Type your passphrase to open the vault on this computer.</source>
        <translation>请输入主密码，打开这台电脑上的保险库。</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Looking for a good backup…</source>
        <translation>正在查找完好的备份…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Unlock the vault</source>
        <translation>解锁保险库</translation>
    </message>
    <message>
        <source>The copy of the key file is in its place. Open the vault as usual.</source>
        <translation>密钥文件的副本已放回原处。请照常打开保险库。</translation>
    </message>
    <message>
        <source>Opening the vault</source>
        <translation>正在打开保险库</translation>
    </message>
    <message>
        <source>All of the vault is looked at first, for it may be damaged. Nothing is changed.</source>
        <translation>保险库可能已损坏，正在先检查全部内容，不会改动任何内容。</translation>
    </message>
    <message>
        <source>This version of Understudy finds your values by other rules, so they are sorted anew, once. You may quit meanwhile: it goes on at the next start.</source>
        <translation>此版本的 Understudy 用新的规则查找您的隐私信息，因此要重新整理一次。您可以中途退出，下次启动时会接着进行。</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>使用主密码</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>使用恢复码</translation>
    </message>
    <message>
        <source>Use the system&apos;s keyring</source>
        <translation>使用系统密钥环</translation>
    </message>
    <message>
        <source>The next try can be made in {seconds} s.</source>
        <translation>{seconds} 秒后可以再试。</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>Untitled chat</source>
        <translation>未命名对话</translation>
    </message>
    <message>
        <source>{chat} · last on {date}</source>
        <translation>{chat} · 最近于 {date}</translation>
    </message>
    <message>
        <source>{assistant} · last on {date}</source>
        <translation>{assistant} · 最近于 {date}</translation>
    </message>
</context>
<context>
    <name>ValueBrowser</name>
    <message>
        <source>Values in the vault</source>
        <translation>保险库中的内容</translation>
    </message>
    <message>
        <source>Space shows the chosen value.</source>
        <translation>按空格键显示所选内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s).</source>
        <translation>
            <numerusform>共 %n 项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n value(s). Scroll down for older ones.</source>
        <translation>
            <numerusform>最新的 %n 项，向下滚动可看到更早的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Nothing yet. What is hidden in your messages will be listed here.</source>
        <translation>还没有内容。您消息中被隐藏的内容会列在这里。</translation>
    </message>
    <message>
        <source>No value fits. Try fewer letters, or all types and levels.</source>
        <translation>没有符合的内容。请减少文字，或选择所有类型和级别。</translation>
    </message>
</context>
<context>
    <name>ValueDetails</name>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Assistants that saw its placeholder</source>
        <translation>见过其占位符的助手</translation>
    </message>
    <message>
        <source>Merge with another…</source>
        <translation>与另一项合并…</translation>
    </message>
    <message>
        <source>Merge with another value</source>
        <translation>与另一项内容合并</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>忘记…</translation>
    </message>
    <message>
        <source>Forget this value</source>
        <translation>忘记此内容</translation>
    </message>
    <message>
        <source>A secret, and not kept. Only its placeholder is left in your chats.</source>
        <translation>这是机密，没有保存。您的对话中只剩下它的占位符。</translation>
    </message>
    <message>
        <source>A secret, and not kept on disk. It is known until you lock the vault.</source>
        <translation>这是机密，没有写入磁盘。锁定保险库之前，本应用仍知道它。</translation>
    </message>
    <message>
        <source>Stands for this value when you speak as {name}.</source>
        <translation>当您以“{name}”的身份说话时，它代表此值。</translation>
    </message>
    <message>
        <source>Stands for this value with one assistant only.</source>
        <translation>仅对一个助手代表此值。</translation>
    </message>
    <message>
        <source>Stands for this value in one chat only.</source>
        <translation>仅在一个对话中代表此值。</translation>
    </message>
    <message>
        <source>Also known as: {placeholders}</source>
        <translation>其他占位符：{placeholders}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No message has it now.</source>
        <translation>现在没有消息包含它。</translation>
    </message>
    <message>
        <source>None, by the receipts kept.</source>
        <translation>根据现有的发送记录，没有。</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the value in clear</source>
        <translation>以明文显示内容</translation>
    </message>
</context>
<context>
    <name>ValueSearchBar</name>
    <message>
        <source>Search by value or placeholder</source>
        <translation>按内容或占位符搜索</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Only this type</source>
        <translation>只看此类型</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Only this level</source>
        <translation>只看此级别</translation>
    </message>
</context>
<context>
    <name>ValuesModel</name>
    <message>
        <source>Placeholder</source>
        <translation>占位符</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未保存</translation>
    </message>
</context>
<context>
    <name>ValuesPage</name>
    <message>
        <source>What stays home</source>
        <translation>留在本机的内容</translation>
    </message>
    <message>
        <source>These values are known on this computer. Assistants see the placeholders in their place. A value is shown only while you reveal it.</source>
        <translation>这些内容只有本机知道。助手看到的是代替它们的占位符。只有在您选择显示时，内容才会以明文出现。</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>忘记全部…</translation>
    </message>
    <message>
        <source>Forget all values</source>
        <translation>忘记所有内容</translation>
    </message>
    <message>
        <source>Make it a secret</source>
        <translation>设为机密</translation>
    </message>
    <message>
        <source>Make {placeholder} a secret?</source>
        <translation>将 {placeholder} 设为机密？</translation>
    </message>
    <message>
        <source>Secrets are not kept: the value is erased from the vault&apos;s file. Replies bring it back until you lock the vault; later only the placeholder is left.</source>
        <translation>机密不会保存：内容将从保险库文件中抹去。锁定保险库之前，回复仍会还原它；之后只剩下占位符。</translation>
    </message>
    <message>
        <source>Keep the value</source>
        <translation>保存内容</translation>
    </message>
    <message>
        <source>Keep the value behind {placeholder} on disk?</source>
        <translation>将 {placeholder} 代表的内容保存到磁盘？</translation>
    </message>
    <message>
        <source>It is a secret now and not kept. As something less it is written to the vault&apos;s file, and whoever opens the vault or a backup of it can read it.</source>
        <translation>它现在是机密，没有保存。降低级别后，它会写入保险库文件，能打开保险库或其备份的人都能读到它。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Forget value</source>
        <translation>忘记内容</translation>
    </message>
    <message>
        <source>Forget the value behind {placeholder}?</source>
        <translation>忘记 {placeholder} 代表的内容？</translation>
    </message>
    <message>
        <source>It is erased from the vault&apos;s file. Earlier messages keep only the placeholder, and replies cannot bring the value back. What was sent as you typed it stays.</source>
        <translation>它将从保险库文件中抹去。以前的消息只保留占位符，回复也无法再还原它。您选择原样发送过的内容不受影响。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
</context>
<context>
    <name>VaultCarePage</name>
    <message>
        <source>Lock by itself</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>The vault also locks when the computer goes to sleep and when its screen locks, where the desktop says so.</source>
        <translation>电脑进入睡眠或屏幕锁定时，只要桌面环境发出通知，保险库也会锁定。</translation>
    </message>
    <message>
        <source>After {minutes} min without input</source>
        <translation>无操作 {minutes} 分钟后</translation>
    </message>
    <message>
        <source>Never without being asked</source>
        <translation>从不自动锁定</translation>
    </message>
    <message>
        <source>Take everything along</source>
        <translation>带走全部内容</translation>
    </message>
    <message>
        <source>An export is one encrypted file with everything in it, and a passphrase of its own. Restoring from one replaces all that is here; that is kept aside.</source>
        <translation>导出文件是一个包含全部内容的加密文件，有自己的密码。从导出文件恢复会替换这里的全部内容；原有内容会保留在一旁。</translation>
    </message>
    <message>
        <source>Restore from an export…</source>
        <translation>从导出文件恢复…</translation>
    </message>
    <message>
        <source>Encrypt anew</source>
        <translation>重新加密</translation>
    </message>
    <message>
        <source>If somebody may have had a copy of your files and one of the ways to open them: everything is encrypted under a new key, and old copies of the key file and old recovery codes open nothing that is added from then on.</source>
        <translation>如果有人可能拿到了您文件的副本和其中一种打开方式：全部内容会用新的密钥加密，旧的密钥文件副本和旧的恢复码打不开此后新增的任何内容。</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>导出全部内容…</translation>
    </message>
    <message>
        <source>Encrypt everything anew…</source>
        <translation>重新加密全部内容…</translation>
    </message>
</context>
<context>
    <name>VaultLink</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The backup is made.</source>
        <translation>备份已完成。</translation>
    </message>
    <message>
        <source>The backup of {date} takes the place of all that is here now, which is kept aside. Chats and values from after it are missing then. The vault is closed for a moment.</source>
        <translation>{date} 的备份会代替这里现有的全部内容，现有内容保留在一旁。此后的对话和隐私值将不在其中。保险库会暂时关闭。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The database that was replaced on {date} is removed for good. What is open now stays as it is.</source>
        <translation>将永久删除 {date} 被替换下来的数据库。当前打开的内容不受影响。</translation>
    </message>
    <message>
        <source>Remove what is kept aside</source>
        <translation>删除另存的旧数据库</translation>
    </message>
    <message>
        <source>It is removed.</source>
        <translation>已删除。</translation>
    </message>
    <message>
        <source>Set up: {way}</source>
        <translation>设置：{way}</translation>
    </message>
    <message>
        <source>Confirm with a way that opens the vault now.</source>
        <translation>请用一种现在能打开保险库的方式确认。</translation>
    </message>
    <message>
        <source>Whoever is logged in on this computer as you can then open the vault without a passphrase.</source>
        <translation>此后，任何以您的身份登录这台电脑的人，不用主密码就能打开保险库。</translation>
    </message>
    <message>
        <source>It opens the vault from now on: {way}.</source>
        <translation>从现在起可以用它打开保险库：{way}。</translation>
    </message>
    <message>
        <source>It opens the vault no more: {way}. Confirm with another way, so that it is certain that one is left.</source>
        <translation>此后不能再用它打开保险库：{way}。请用另一种方式确认，以确保还留有一种。</translation>
    </message>
    <message>
        <source>Remove a way to open the vault</source>
        <translation>移除一种打开方式</translation>
    </message>
    <message>
        <source>It opens the vault no more: {way}.</source>
        <translation>已不能再用它打开保险库：{way}。</translation>
    </message>
    <message>
        <source>Choose a passphrase for the file. Without it, nobody can read the export; it need not be the vault&apos;s.</source>
        <translation>请为文件选一个密码。没有它，任何人都读不了导出文件；它不必与保险库的主密码相同。</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>导出全部内容</translation>
    </message>
    <message>
        <source>Everything is exported.</source>
        <translation>全部内容已导出。</translation>
    </message>
    <message>
        <source>Restore from an export</source>
        <translation>从导出文件恢复</translation>
    </message>
    <message>
        <source>Exports of Understudy (*.{suffix})</source>
        <translation>Understudy 导出文件 (*.{suffix})</translation>
    </message>
    <message>
        <source>Everything is written anew under a new key, which needs as much room again for a moment. Backups under the old key are replaced by a new one. A recovery code that is set up is replaced too: the new one is shown next. The vault is closed for a moment.</source>
        <translation>全部内容会用新的密钥重写，暂时需要同样大的空间。旧密钥的备份会被一份新的备份代替。已设置的恢复码也会更换：接下来会显示新的恢复码。保险库会暂时关闭。</translation>
    </message>
    <message>
        <source>Encrypt everything anew</source>
        <translation>重新加密全部内容</translation>
    </message>
</context>
<context>
    <name>VaultPage</name>
    <message>
        <source>The passphrase is changed. Use the new one from now on.</source>
        <translation>主密码已更改。从现在起请使用新的主密码。</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>保险库</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改主密码</translation>
    </message>
    <message>
        <source>The new passphrase opens the same vault; nothing in it changes. A copy of the key file that you made yourself still opens with the old one.</source>
        <translation>新的主密码打开同一个保险库，其中的内容不变。您自己复制的密钥文件仍然用旧的主密码打开。</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>当前主密码</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新的主密码</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>正在更改…</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>更改主密码</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>两次输入的主密码不一致。</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Passphrase</source>
        <translation>主密码</translation>
    </message>
    <message>
        <source>This system&apos;s keyring</source>
        <translation>本系统的密钥环</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
</context>
<context>
    <name>WaysPart</name>
    <message>
        <source>Ways to open the vault</source>
        <translation>打开保险库的方式</translation>
    </message>
    <message>
        <source>Each opens everything. Set up a second one, so that nothing can lock you out.</source>
        <translation>每一种都能打开全部内容。请再设置一种，以免自己被锁在外面。</translation>
    </message>
    <message>
        <source>✓ Set up</source>
        <translation>✓ 已设置</translation>
    </message>
    <message>
        <source>– Not set up</source>
        <translation>– 未设置</translation>
    </message>
    <message>
        <source>New code…</source>
        <translation>新的恢复码…</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
</context>
<context>
    <name>_Sentences</name>
    <message numerus="yes">
        <source>This computer has {memory} of memory and %n core(s): {model} fits.</source>
        <translation>
            <numerusform>这台电脑有 {memory} 内存和 %n 个核心：适合使用 {model}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer has {memory} of memory and %n core(s). {better} asks for {needed} of memory, so {model} is suggested: it is smaller, and finds a little less.</source>
        <translation>
            <numerusform>这台电脑有 {memory} 内存和 %n 个核心。{better} 需要 {needed} 内存，因此推荐 {model}：它更小，找到的内容略少。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer has {memory} of memory and %n core(s). {better} would be slow on it, so {model} is suggested: it is smaller and sooner done, and finds a little less.</source>
        <translation>
            <numerusform>这台电脑有 {memory} 内存和 %n 个核心。{better} 在它上面会比较慢，因此推荐 {model}：它更小、更快，找到的内容略少。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer has {memory} of memory and %n core(s), and no published model fits. {better} asks for {needed} of memory and {cores} cores. You can still install one: it may be slow, or refuse to load.</source>
        <translation>
            <numerusform>这台电脑有 {memory} 内存和 %n 个核心，没有适合的已发布模型。{better} 需要 {needed} 内存和 {cores} 个核心。您仍可安装模型：它可能很慢，或无法加载。</numerusform>
        </translation>
    </message>
</context>
</TS>
